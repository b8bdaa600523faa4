// What the source text calls an object. Debug information gives the place of
// the call; the words around it give the name.
#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include "explore/observation.hpp"

namespace heddle::explore {
namespace {

using scheduler::Operation;

bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_';
}

// The expression that ends before `end`, over members and subscripts: "pool.queues[i].lock".
std::string expression_before(const std::string& line, std::size_t end) {
    std::size_t begin = end;
    int brackets = 0;
    while (begin > 0) {
        const char c = line[begin - 1];
        if (c == ']') ++brackets;
        if (c == '[' && --brackets < 0) break;
        const bool is_arrow = c == '>' && begin > 1 && line[begin - 2] == '-';
        const bool belongs = is_word(c) || c == '.' || c == '[' || c == ']' || brackets > 0;
        if (!belongs && !is_arrow) break;
        begin -= is_arrow ? 2 : 1;
    }
    return line.substr(begin, end - begin);
}

std::size_t skip_spaces_back(const std::string& line, std::size_t end) {
    while (end > 0 && line[end - 1] == ' ')
        --end;
    return end;
}

// `object.method(`: what stands before the last dot or arrow.
std::string receiver_of(std::string call) {
    const std::size_t dot = call.rfind('.');
    const std::size_t arrow = call.rfind("->");
    const std::size_t at =
        arrow != std::string::npos && (dot == std::string::npos || arrow > dot) ? arrow : dot;
    if (at == std::string::npos) return "";
    call.resize(at);
    return call.starts_with("this->") ? call.substr(6) : call;
}

// Where the expression over members and subscripts ends that begins at `begin`.
std::size_t end_of_expression(const std::string& line, std::size_t begin) {
    int brackets = 0;
    std::size_t end = begin;
    for (; end < line.size(); ++end) {
        const char c = line[end];
        if (c == '[') ++brackets;
        if (c == ']' && --brackets < 0) break;
        if (brackets == 0 && !is_word(c) && c != '.' && c != ']') break;
    }
    return end;
}

std::size_t end_of_word(const std::string& line, std::size_t at) {
    while (at < line.size() && is_word(line[at]))
        ++at;
    return at;
}

// Past the namespaces of the name that begins at `at`.
std::size_t skip_namespaces(const std::string& line, std::size_t at) {
    std::size_t end = end_of_word(line, at);
    while (end > at && line.compare(end, 2, "::") == 0) {
        at = end + 2;
        end = end_of_word(line, at);
    }
    return at;
}

std::string word_after(const std::string& line, std::size_t begin) {
    while (begin < line.size() && !is_word(line[begin])) {
        if (line[begin] == ')' || line[begin] == '}' || line[begin] == ';') return "";
        ++begin;
    }
    begin = skip_namespaces(line, begin);
    return line.substr(begin, end_of_expression(line, begin) - begin);
}

bool is_guarded(Operation operation) {
    return operation == Operation::lock || operation == Operation::lock_shared ||
           operation == Operation::try_lock;
}

// `x = f(`, with f at the position: the call's result goes to x. Without an assignment, nowhere.
std::string target_of_call(const std::string& line, std::size_t at) {
    std::size_t end = at;
    while (end > 0 && (is_word(line[end - 1]) || line[end - 1] == ':'))
        --end;
    end = skip_spaces_back(line, end);
    const bool is_assignment = end > 1 && line[end - 1] == '=' && line[end - 2] != '=';
    return is_assignment ? expression_before(line, skip_spaces_back(line, end - 1)) : "";
}

// `for (int x : numbers)`: x, which is what the loop's head writes; "" anywhere else.
std::string range_variable(const std::string& line, std::size_t at) {
    const std::size_t head = line.find("for (");
    if (head == std::string::npos) return "";
    std::size_t colon = line.find(':', head);
    while (line.compare(std::min(colon, line.size()), 2, "::") == 0)
        colon = line.find(':', colon + 2);
    const bool is_range = colon < line.find(';', head);
    if (!is_range || at > line.find(')', colon)) return "";
    return expression_before(line, skip_spaces_back(line, colon));
}

// Of `b = balance;`, at b or at the sign: where the sign is; else npos. Only of a plain variable.
std::size_t assignment_at(const std::string& line, std::size_t at) {
    at = line.find_first_not_of(' ', end_of_word(line, at));
    if (at >= line.size() || line[at] != '=' || line.compare(at, 2, "==") == 0) return line.npos;
    const std::size_t end = skip_spaces_back(line, at);
    return end > 0 && is_word(line[end - 1]) ? at : line.npos;
}

// What stands behind the sign, if it is one thing alone: nothing else can be read there.
std::string only_operand_after(const std::string& line, std::size_t sign) {
    std::string only;
    for (std::size_t at = sign + 1; at < line.size() && line[at] != ';';) {
        if (line[at] == '(' || line[at] == '>') return "";  // a call, a cast, a pointer
        const std::size_t end = is_word(line[at]) ? end_of_expression(line, at) : at + 1;
        const bool is_name =
            is_word(line[at]) && std::isdigit(static_cast<unsigned char>(line[at])) == 0;
        if (is_name && !only.empty()) return "";
        if (is_name) only = line.substr(at, end - at);
        at = end;
    }
    return only;
}

// `++x`, `x++`, `x += 1`, `x = 1`, `x[i][j]` at its last bracket, or a use of x itself, at an
// operator's or a name's position.
std::string operand_at(const std::string& line, std::size_t at) {
    if (line.compare(at, 5, "for (") == 0) return "";  // what its head does with a range
    if (at < line.size() && line[at] == ']') return expression_before(line, at + 1);
    if (at < line.size() && is_word(line[at])) {
        const std::size_t begin = skip_namespaces(line, at);
        const std::size_t end = end_of_word(line, begin);
        const bool is_called = end < line.size() && line[end] == '(';
        return is_called ? target_of_call(line, at) : line.substr(begin, end - begin);
    }
    if (at < line.size() && line[at] == '(') return target_of_call(line, at);
    const std::string before = expression_before(line, skip_spaces_back(line, at));
    if (!before.empty() && before != "return") return before;
    return word_after(line, at);
}

// Where a call's arguments begin. gcc gives that place, clang the one of the function's name.
std::size_t call_at(const std::string& line, std::size_t at) {
    const std::size_t end = end_of_word(line, at);
    return end < line.size() && line[end] == '(' ? end : at;
}

// Of a call whose bracket stands at `at`, without the sign that takes its address.
std::string first_argument(const std::string& line, std::size_t at) {
    const std::size_t begin = line.find_first_not_of(" &", at + 1);
    int depth = 0;
    for (std::size_t end = begin; end < line.size(); ++end) {
        const char c = line[end];
        if (depth == 0 && (c == ',' || c == ')' || c == '}'))
            return line.substr(begin, end - begin);
        depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
    }
    return "";
}

// `pthread_cond_wait(&ready, …)`, with the bracket at the position: "ready".
std::string first_argument_of_c_call(const std::string& line, std::size_t at) {
    const std::string function = expression_before(line, at);
    const bool is_c = function.starts_with("pthread_") || function.starts_with("sem_") ||
                      function.starts_with("cnd_");
    if (!is_c) return "";
    return first_argument(line, at);
}

// `static Log log(path);`: "log". `std::call_once(flag, …)`: "flag".
std::string initialised_at(const std::string& line, std::size_t at) {
    const std::string function = expression_before(line, at);
    if (function == "call_once" || function == "pthread_once") return first_argument(line, at);
    const std::size_t begin = line.find("static ");
    if (begin == line.npos) return "";
    int angles = 0;
    for (std::size_t end = begin; end < line.size(); ++end) {
        angles += line[end] == '<' ? 1 : line[end] == '>' ? -1 : 0;
        if (angles == 0 && std::string_view("=({;").find(line[end]) != std::string_view::npos)
            return expression_before(line, skip_spaces_back(line, end));
    }
    return "";
}

// Where the bracket opens that closes at `close`; npos when it doesn't.
std::size_t opening_of(const std::string& line, std::size_t close) {
    int depth = 0;
    for (std::size_t at = close + 1; at-- > 0;) {
        const char c = line[at];
        depth += c == ')' || c == '}' ? 1 : c == '(' || c == '{' ? -1 : 0;
        if (depth == 0) return at;
    }
    return line.npos;
}

// `std::atomic_ref<int>(hits_)`, with its bracket at `open`: "hits_"; "" of anything else.
std::string referred_in(const std::string& line, std::size_t open) {
    if (open == line.npos) return "";
    const bool has_angles = open > 0 && line[open - 1] == '>';
    const std::string type = line.substr(0, has_angles ? line.rfind('<', open) : open);
    return type.ends_with("atomic_ref") ? first_argument(line, open) : "";
}

// What an atomic_ref refers to that is made on the spot, for its operation at `at`: "hits_" of
// `std::atomic_ref(hits_).load()` and of `++std::atomic_ref(hits_)`.
std::string referred_at(const std::string& line, std::size_t at) {
    const std::size_t method = at - expression_before(line, at).size();
    const std::size_t end = skip_spaces_back(line, method);
    const bool is_behind = end > 0 && (line[end - 1] == ')' || line[end - 1] == '}');
    const std::string before = is_behind ? referred_in(line, opening_of(line, end - 1)) : "";
    if (!before.empty() || line[at] == '(' || !expression_before(line, end).empty()) return before;
    const std::size_t name = skip_namespaces(line, line.find_first_not_of("+- ", at));
    const bool is_ahead = line.compare(std::min(name, line.size()), 10, "atomic_ref") == 0;
    return is_ahead ? referred_in(line, line.find_first_of("({", name)) : "";
}

bool is_atomic(Operation operation) {
    return scheduler::is_memory(operation) && operation != Operation::read &&
           operation != Operation::write;
}

bool is_condition_or_semaphore(Operation operation) {
    return operation == Operation::wait || operation == Operation::notify_one ||
           operation == Operation::notify_all || operation == Operation::semaphore_wait ||
           operation == Operation::semaphore_post;
}

bool defines_class(const std::string& line) {
    const std::size_t first = line.find_first_not_of(' ');
    return first != std::string::npos &&
           (line.compare(first, 6, "class ") == 0 || line.compare(first, 7, "struct ") == 0);
}

// A number isn't, nor is the word that a statement begins with, where gcc puts its condition.
bool is_name(const std::string& operand) {
    constexpr std::array<std::string_view, 7> words = {"do",     "else",   "for",  "if",
                                                       "return", "switch", "while"};
    const bool is_number =
        !operand.empty() && std::isdigit(static_cast<unsigned char>(operand[0])) != 0;
    return !is_number && std::ranges::find(words, operand) == words.end();
}

}  // namespace

std::string object_named_at(const std::string& line, int column, Operation operation) {
    if (column <= 0 || static_cast<std::size_t>(column) > line.size()) return "";
    if (defines_class(line)) return "";  // an implicit constructor's place
    const std::size_t at = call_at(line, static_cast<std::size_t>(column - 1));
    const std::string of_loop = operation == Operation::write ? range_variable(line, at) : "";
    if (!of_loop.empty()) return of_loop;
    if (operation == Operation::once) return initialised_at(line, at);
    const std::size_t sign = operation == Operation::read ? assignment_at(line, at) : line.npos;
    if (sign != line.npos) return only_operand_after(line, sign);
    const std::string referred = is_atomic(operation) ? referred_at(line, at) : "";
    if (!referred.empty()) return referred;
    const bool is_call = line[at] == '(' || line[at] == '{';
    if (is_call) {
        const std::string name = receiver_of(expression_before(line, at));
        if (!name.empty()) return name;
    }
    if (is_call && is_condition_or_semaphore(operation)) return first_argument_of_c_call(line, at);
    if (is_guarded(operation)) {
        const bool is_end = line[at] == ')' || line[at] == '}';
        const std::size_t open =
            is_end ? line.find_last_of("({", at) : line.find_first_of("({", at);
        return open == std::string::npos ? "" : word_after(line, open);
    }
    const std::string operand = scheduler::is_memory(operation) ? operand_at(line, at) : "";
    return is_name(operand) ? operand : "";
}

}  // namespace heddle::explore
