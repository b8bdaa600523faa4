// What a picture calls each object of a schedule: by the student's lines that use it. The lines of
// locks and atomics know best, and among the others the name that most lines agree on (a
// constructor's line names the whole). First all steps are learnt, then names are asked for.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "explore/observation.hpp"

namespace heddle::explore {

class Names {
  public:
    // The variable with static storage at an address; nothing where none is known.
    using Variables = std::function<std::optional<Symbols::Variable>(std::uint64_t)>;

    // All outlive it; `threads` by their number.
    Names(const Sources& sources, const std::vector<std::string>& threads, Variables variables)
        : sources_(sources), threads_(threads), variables_(std::move(variables)) {}

    void learn(const ObservedStep& step);

    // After all has been learnt.
    void settle();

    // "hits_", else "mutex #2"; "" for what has no name. For a step about a thread the thread's.
    std::string of(const scheduler::Step& step);
    std::string of(scheduler::Operation operation, std::uint64_t address);
    std::string of_thread(std::uint64_t thread) const;

  private:
    using Votes = std::map<std::string, std::set<std::pair<std::string, int>>>;  // name → lines

    static std::string most_voted(const Votes& votes);
    std::string variable_or(std::string name, std::uint64_t address) const;
    void number_elements();
    void tell_apart();
    void number_namesakes();
    std::string next_of(std::string_view kind);
    std::string element_at(std::uint64_t address, const std::string& name) const;
    std::string from_source(const Place& place, scheduler::Operation operation);
    const std::set<std::string>& guards_in(const Sources::value_type& file);

    const Sources& sources_;
    const std::vector<std::string>& threads_;
    std::map<std::string, std::set<std::string>> guards_;  // declared, by file
    std::map<std::uint64_t, Votes> exact_;
    std::map<std::uint64_t, Votes> plain_;
    std::map<std::uint64_t, std::string> names_;
    Variables variables_;
    std::map<std::uint64_t, std::uint64_t> sizes_;  // of objects, where what is done to them tells
    std::map<std::uint64_t, std::size_t> first_use_;  // of locks, atomics, …: 0 is the first
    int unnamed_ = 0;
};

}  // namespace heddle::explore
