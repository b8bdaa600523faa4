#include "target.hpp"

void countdown(int count, heddle::Sink& sink) {
    heddle::todo("countdown");  // TODO(student)
}

std::unique_ptr<heddle::Thread> launch(int count, heddle::Sink& sink) {
    heddle::todo("launch");  // TODO(student): make a thread for countdown, and start it
}

std::vector<int> squares(std::span<const int> numbers) {
    heddle::todo("squares");  // TODO(student): slow_square, on a thread for each number
}
