// Questions about the student's text, at places where the running program has
// already shown something. Answers refine a finding; none causes one. Works on
// lines and words, not on a grammar, and says no when in doubt.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "explore/observation.hpp"

namespace heddle::judge {

// The lines of one function's or lambda's text, its header's among them, without comments and
// literals.
struct FunctionText {
    std::string header;  // from its first word to before the brace
    std::vector<std::string> lines;
    int first_line = 0;
};

// The line without comments and literals; "" when there is none.
std::string code_at(const explore::Sources& sources, const model::SourceLine& where);

// The innermost function around a place; nothing outside of all functions.
std::optional<FunctionText> function_around(const explore::Sources& sources,
                                            const model::SourceLine& where);

// A guard that guards nothing: without a name, or deferred and never locked.
bool has_idle_guard(const FunctionText& function);

// True when what it returns is a reference or a pointer.
bool returns_a_reference(const FunctionText& function);

// True for `Name::Name(…)`, and for a single name with parentheses within a class.
bool is_constructor(const FunctionText& function);

// True when a loop stands around the line within its function.
bool is_in_a_loop(const FunctionText& function, const model::SourceLine& where);

// The variable that a `for` in this line counts or walks with; "" when there is none.
std::string loop_variable(const std::string& code);

// "queue" of "pool.queue[i]", "m" of "this->m" and of "from.m #2": the word that names the object
// itself.
std::string last_name(const std::string& expression);

// True when some file declares a `name` that is volatile.
bool is_volatile(const explore::Sources& sources, const std::string& name);

// True when the function, or thread_local storage, makes a `name` of its own each time.
bool is_made_anew(const explore::Sources& sources, const std::optional<FunctionText>& function,
                  const std::string& name);

bool has_word(std::string_view text, std::string_view word);

}  // namespace heddle::judge
