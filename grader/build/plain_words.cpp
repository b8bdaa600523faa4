#include "build/plain_words.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace heddle::build {
namespace {

struct Explanation {
    std::vector<std::string_view> needles;  // all of them occur in the error
    std::string_view words;
};

constexpr std::string_view arguments_of_thread =
    "A thread works on copies of its arguments, and this function can't take them. For a variable "
    "that both should share write std::ref(variable); for a member function pass &Class::function "
    "and then the object; or pass a lambda.";
constexpr std::string_view copied_thread =
    "A thread can't be copied, only moved: write std::move(thread), build it in its place with "
    "emplace_back, and loop over threads by reference (auto& thread).";
constexpr std::string_view made_into_owner =
    "No object or pointer turns into a std::unique_ptr by itself: make the object and its owner in "
    "one, with heddle::make_thread or std::make_unique.";
constexpr std::string_view called_not_named =
    "A function that returns nothing is called here, at once, and the nothing is handed on. A "
    "thread takes the function and what to call it with apart: Thread(function, argument).";
constexpr std::string_view uncopied_argument =
    "std::ref(variable) hands over the variable itself, so it has to outlive the thread.";
constexpr std::string_view copied_mutex =
    "A mutex can't be copied, and neither can an object that holds one: pass it by reference, and "
    "capture it in a lambda by reference.";
constexpr std::string_view copied_atomic =
    "An atomic can't be copied, and neither can an object that holds one: pass it by reference, or "
    "take its value with load().";
constexpr std::string_view copied_lock =
    "A lock can't be copied: let it live in the scope that it protects. A std::unique_lock can be "
    "moved.";
constexpr std::string_view locked_in_const =
    "A const member function can't lock an ordinary member. Declare the mutex `mutable`: locking "
    "it doesn't change what the object means.";
constexpr std::string_view changed_in_const =
    "A const member function promises not to change the object. Should it, take `const` off; "
    "should only a mutex change, declare that `mutable`.";
constexpr std::string_view member_without_object =
    "A member function needs the object it is called on: pass &Class::function and then the object "
    "(often `this`), or a lambda that calls it.";
constexpr std::string_view condition_needs_unique_lock =
    "A condition variable gives the lock back while it waits, so wait() takes a std::unique_lock: "
    "neither a std::lock_guard nor the mutex itself.";
constexpr std::string_view no_override =
    "No base class has a virtual function of this name with these parameters: compare the two "
    "declarations, `const` included.";
constexpr std::string_view missing_file =
    "Only the files that the task names are compiled together, and the headers of C++ and of "
    "heddle.";
constexpr std::string_view overloaded_function =
    "Several functions have this name, and the thread can't know which you mean: pass a lambda "
    "that calls it.";
constexpr std::string_view second_definition =
    "A header that two files include defines this twice. Write `inline` before it, or move the "
    "body to the .cpp file.";

constexpr std::string_view copied_future =
    "A future can't be copied, for its result is taken once: pass it by reference, or hand it over "
    "with std::move(future).";
constexpr std::string_view copied_heddle_thread =
    "A heddle::Thread can be neither copied nor moved, so a vector can't hold it: make it with "
    "heddle::make_thread and keep the std::unique_ptr.";
constexpr std::string_view copied_output =
    "There is one Sink or Journal, and it can't be copied: pass it by reference, and capture it in "
    "a lambda by reference.";
constexpr std::string_view output_is_const =
    "A lambda's copies are const, and a Sink or Journal can't be copied anyway: there is one. "
    "Capture it by reference, with &, and never pass it as const.";
constexpr std::string_view copied_owner =
    "A std::unique_ptr has one owner and can't be copied: hand it over with std::move(pointer), "
    "and loop over pointers by reference (auto& pointer).";
constexpr std::string_view joined_const =
    "Joining changes a thread, and this one is const here: loop with auto& instead of const auto&, "
    "or take the `const` off where it is passed.";
constexpr std::string_view not_captured =
    "A lambda sees only the local variables that it captures: name this one between [ and ], with "
    "& to share it. What is shared must live as long as the thread.";
constexpr std::string_view this_not_captured =
    "A lambda sees the members of its object only when it captures `this`. The object must live as "
    "long as the thread.";
constexpr std::string_view call_without_unit =
    "A length of time needs its unit, and a bare number has none: write heddle::Ticks(5) for 5 "
    "ticks, or a std::chrono duration such as std::chrono::milliseconds(5).";
constexpr std::string_view abstract_class =
    "A virtual function of the base class has no body here, so no object can be made. Override it "
    "with the same name, parameters and `const`; the word `override` lets the compiler check.";
constexpr std::string_view name_of_std =
    "This name belongs to the standard library: write std:: before it.";
constexpr std::string_view header_missing =
    "The standard library has this name in a header that isn't included yet. Include it at the "
    "top of this file.";
constexpr std::string_view arguments_of_make_thread =
    "make_thread passes its arguments to the constructor of your class, and none takes these: "
    "compare their number, order and types. What should be shared is passed as it is, not copied.";
constexpr std::string_view options_in_bare_braces =
    "make_thread can't tell what bare braces mean: name their type, "
    "heddle::ThreadOptions{.daemon = true}.";
constexpr std::string_view thread_from_pointer =
    "In C++ `new` gives a pointer, not a thread. Declare the thread itself, with its arguments in "
    "parentheses, or let heddle::make_thread own it.";
constexpr std::string_view dot_on_pointer =
    "This is a pointer to the thread, not the thread: its functions are called with -> in place of "
    "the dot.";
constexpr std::string_view atomic_of_a_class =
    "An atomic holds only what can be copied byte by byte: numbers, pointers, small plain structs. "
    "Protect anything else with a mutex.";
constexpr std::string_view declares_function =
    "The line that should make the thread declares a function, for its parentheses can be read so. "
    "Use braces around the arguments.";
constexpr std::string_view reference_member =
    "A reference must refer to something from the start: set it in the constructor's list, between "
    "the colon and the body, not inside the body.";
constexpr std::string_view defined_nowhere =
    "The function is declared and called, but no file that is compiled has its body. Compare name, "
    "class (Class::function) and parameters of declaration and definition.";

// The first that fits is taken, so what is more special stands first.
const auto& explanations() {
    static const std::array table = {
        Explanation{{"too many arguments to function", "heddle::make_thread("},
                    options_in_bare_braces},
        Explanation{{"'make_thread'", "deduced incomplete pack"}, options_in_bare_braces},
        Explanation{{"invalid use of non-static member function"}, member_without_object},
        Explanation{{"reference to non-static member function must be called"},
                    member_without_object},
        Explanation{{"unresolved overloaded function type", "thread"}, overloaded_function},
        Explanation{{"couldn't infer template argument '_Callable'"}, overloaded_function},
        Explanation{{"must be invocable after conversion to rvalues"}, arguments_of_thread},
        Explanation{{"one of these arguments can't be copied"}, uncopied_argument},
        Explanation{{"std::ref"}, arguments_of_thread},
        Explanation{{"no type named 'type' in 'struct std::invoke_result<"}, arguments_of_thread},
        Explanation{{"invalid use of void expression"}, called_not_named},
        Explanation{{"cannot form a reference to 'void'"}, called_not_named},
        Explanation{{"argument of incomplete type 'void'"}, called_not_named},
        Explanation{{"could not convert", "to 'std::unique_ptr<"}, made_into_owner},
        Explanation{{"no viable conversion", "type 'std::unique_ptr<"}, made_into_owner},
        Explanation{{"condition_variable::wait"}, condition_needs_unique_lock},
        Explanation{{"call to 'wait'", "unique_lock<"}, condition_needs_unique_lock},
        Explanation{{"const std::thread' as 'this'"}, joined_const},
        Explanation{{"'this' argument", "'std::thread const'"}, joined_const},
        Explanation{{"'this' argument", "'const std::thread'"}, joined_const},
        Explanation{{"is not captured"}, not_captured},
        Explanation{{"cannot be implicitly captured in a lambda"}, not_captured},
        Explanation{{"'this' was not captured"}, this_not_captured},
        Explanation{{"'this' cannot be implicitly captured"}, this_not_captured},
        Explanation{{"deleted", "'std::unique_ptr<"}, copied_owner},
        Explanation{{"deleted", "unique_ptr(const"}, copied_owner},
        Explanation{{"deleted", "future<"}, copied_future},
        Explanation{{"const heddle::Sink", "discards qualifiers"}, output_is_const},
        Explanation{{"const heddle::Sink", "would lose const qualifier"}, output_is_const},
        Explanation{{"const heddle::Sink", "not marked const"}, output_is_const},
        Explanation{{"const heddle::Journal", "discards qualifiers"}, output_is_const},
        Explanation{{"const heddle::Journal", "would lose const qualifier"}, output_is_const},
        Explanation{{"const heddle::Journal", "not marked const"}, output_is_const},
        Explanation{{"deleted", "heddle::Sink"}, copied_output},
        Explanation{{"deleted", "heddle::Journal"}, copied_output},
        Explanation{{"deleted", "Thread(const heddle::Thread&)"}, copied_heddle_thread},
        Explanation{{"deleted constructor of 'heddle::Thread'"}, copied_heddle_thread},
        Explanation{{"construct_at", "heddle::Thread*&, heddle::Thread"}, copied_heddle_thread},
        Explanation{{"construct_at", "heddle::Thread*&, const heddle::Thread&"},
                    copied_heddle_thread},
        Explanation{{"construct_at", "std::unique_ptr<", "const std::unique_ptr<"}, copied_owner},
        Explanation{{"deleted function 'std::mutex::mutex(const std::mutex&)'"}, copied_mutex},
        Explanation{{"deleted constructor of 'std::mutex'"}, copied_mutex},
        Explanation{{"deleted", "mutex(const mutex&) = delete"}, copied_mutex},
        Explanation{{"const std::mutex", "discards qualifiers"}, locked_in_const},
        Explanation{{"const std::mutex", "drops 'const' qualifier"}, locked_in_const},
        Explanation{{"const std::mutex", "'this' argument"}, locked_in_const},
        Explanation{{"lock_guard(const std::mutex&)", "no matching"}, locked_in_const},
        Explanation{{"deleted", "lock_guard(const"}, copied_lock},
        Explanation{{"deleted", "unique_lock(const"}, copied_lock},
        Explanation{{"deleted", "scoped_lock(const"}, copied_lock},
        Explanation{{"deleted", "lock_guard<"}, copied_lock},
        Explanation{{"deleted", "thread(const std::thread&)"}, copied_thread},
        Explanation{{"deleted", "thread(const std::jthread&)"}, copied_thread},
        Explanation{{"deleted constructor of 'std::thread'"}, copied_thread},
        Explanation{{"deleted", "mutex(const std::mutex&)"}, copied_mutex},
        Explanation{{"deleted", "'std::mutex'"}, copied_mutex},
        Explanation{{"deleted", "std::atomic<", "(const std::atomic<"}, copied_atomic},
        Explanation{{"deleted", "'std::atomic<"}, copied_atomic},
        Explanation{{"construct_at(std::unique_ptr<"}, copied_owner},
        Explanation{{"deleted", "unique_ptr(const std::unique_ptr<"}, copied_owner},
        Explanation{{"deleted constructor of 'std::unique_ptr<"}, copied_owner},
        Explanation{{"deleted", "heddle::Thread"}, copied_heddle_thread},
        Explanation{{"constructible from input type", "heddle::Thread"}, copied_heddle_thread},
        Explanation{{"deleted", "std::thread"}, copied_thread},
        Explanation{{"construct_at", "const std::thread&"}, copied_thread},
        Explanation{{"in read-only object"}, changed_in_const},
        Explanation{{"within const member function"}, changed_in_const},
        Explanation{{"marked 'override', but does not override"}, no_override},
        Explanation{{"only virtual member functions can be marked 'override'"}, no_override},
        Explanation{{"'override' but does not override"}, no_override},
        Explanation{{"No such file or directory"}, missing_file},
        Explanation{{"file not found"}, missing_file},
        Explanation{{"defined twice"}, second_definition},
        Explanation{{"defined nowhere"}, defined_nowhere},
        Explanation{{"no matching function for call to 'sleep_for"}, call_without_unit},
        Explanation{{"no matching function for call to 'sleep_until"}, call_without_unit},
        Explanation{{"could not convert", "to 'heddle::Ticks'"}, call_without_unit},
        Explanation{{"no viable conversion from", "to 'heddle::Ticks'"}, call_without_unit},
        Explanation{{"to be of abstract type"}, abstract_class},
        Explanation{{"invalid new-expression of abstract class"}, abstract_class},
        Explanation{{"is an abstract class"}, abstract_class},
        Explanation{{"of abstract class type"}, abstract_class},
        Explanation{{"did you mean 'std::"}, name_of_std},
        Explanation{{"'mutex' does not name a type"}, name_of_std},
        Explanation{{"'thread' does not name a type"}, name_of_std},
        Explanation{{"'atomic' does not name a type"}, name_of_std},
        Explanation{{"did you forget to '#include <"}, header_missing},
        Explanation{{"in namespace 'std'"}, header_missing},
        Explanation{{"detail::Owned<", "no matching"}, arguments_of_make_thread},
        Explanation{{"conversion from 'heddle::Thread*'"}, thread_from_pointer},
        Explanation{{"no viable conversion from 'heddle::Thread *'"}, thread_from_pointer},
        Explanation{{"unique_ptr<", "has no member named"}, dot_on_pointer},
        Explanation{{"did you mean to use '->'"}, dot_on_pointer},
        Explanation{{"requires a trivially copyable type"}, atomic_of_a_class},
        Explanation{{"which is of non-class type", "hread("}, declares_function},
        Explanation{{"hread (", "is not a structure or union"}, declares_function},
        Explanation{{"uninitialized reference member"}, reference_member},
        Explanation{{"must explicitly initialize the reference member"}, reference_member},
        Explanation{{"marked 'override' hides virtual"}, no_override},
    };
    return table;
}

}  // namespace

std::string in_plain_words(std::string_view error_text) {
    const auto occurs = [&](std::string_view needle) {
        return error_text.find(needle) != std::string_view::npos;
    };
    for (const Explanation& explanation : explanations())
        if (std::all_of(explanation.needles.begin(), explanation.needles.end(), occurs))
            return std::string(explanation.words);
    return {};
}

}  // namespace heddle::build
