#include "session/graders.hpp"

#include "session/workers.hpp"

namespace heddle::session {

Graders::Graders(std::vector<Job> jobs) : jobs_(std::move(jobs)), reports_(jobs_.size()) {
    for (unsigned i = 0; i < processors_used(); ++i) {
        threads_.emplace_back([this](const std::stop_token& closing) { work(closing); });
    }
}

Graders::~Graders() {
    for (std::jthread& thread : threads_)
        thread.request_stop();
}

model::ExerciseReport Graders::next() {
    return reports_[taken_++].get_future().get();
}

void Graders::work(const std::stop_token& closing) {
    while (!closing.stop_requested()) {
        const std::size_t mine = begun_++;
        if (mine >= jobs_.size()) return;
        try {
            reports_[mine].set_value(jobs_[mine]());
        } catch (...) {
            reports_[mine].set_exception(std::current_exception());  // for whoever asks next
        }
    }
}

}  // namespace heddle::session
