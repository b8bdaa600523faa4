// The templates behind thread.hpp, which includes this file. Nothing here is meant to be called.
#pragma once

namespace heddle {
namespace detail {

/// The name of a function or a class without its namespace; empty where the program doesn't know.
std::string function_name(const void* function);
std::string type_name(const std::type_info& type);

/// A function and what it is to be called with.
template <class... Parts>
class CallOf final : public Call {
  public:
    template <class... Given>
    explicit CallOf(Given&&... given) : parts_(std::forward<Given>(given)...) {}

    void make() override {
        std::apply([](Parts&... parts) { std::invoke(std::move(parts)...); }, parts_);
    }

    std::string name() const override {
        using Target = std::tuple_element_t<0, std::tuple<Parts...>>;
        if constexpr (std::is_class_v<Target>) {
            return type_name(typeid(Target));
        } else if constexpr (std::is_pointer_v<Target>) {
            return function_name(reinterpret_cast<const void*>(std::get<0>(parts_)));
        } else {
            return {};
        }
    }

  private:
    std::tuple<Parts...> parts_;
};

}  // namespace detail

template <class Target, class... Args>
std::unique_ptr<detail::Call> Thread::bind(Target&& target, Args&&... args) {
    static_assert((std::is_constructible_v<std::decay_t<Args>, Args> && ...),
                  "one of these arguments can't be copied, and a thread keeps copies: to share a "
                  "variable, write std::ref(variable)");
    static_assert(std::is_invocable_v<std::decay_t<Target>, std::decay_t<Args>...>,
                  "this function can't be called with copies of these arguments: to share a "
                  "variable, write std::ref(variable)");
    return std::make_unique<detail::CallOf<std::decay_t<Target>, std::decay_t<Args>...>>(
        std::forward<Target>(target), std::forward<Args>(args)...);
}

namespace detail {

/// What make_thread makes: a Derived that knows when its construction has ended, and whose deletion
/// comes before any destructor, so that there is still time to wait.
template <class Derived>
class Owned final : public Derived {
  public:
    template <class... Args>
    explicit Owned(Args&&... args) : Derived(std::forward<Args>(args)...) {
        static_cast<Thread*>(this)->construction_ended();
    }

    static void operator delete(Owned* self, std::destroying_delete_t) {
        if (static_cast<Thread*>(self)->may_be_destroyed()) ::delete self;
    }
};

/// While one of these lives, the next Thread that this thread constructs is one of make_thread's.
class Construction {
  public:
    Construction();
    ~Construction();
    Construction(const Construction&) = delete;
    Construction& operator=(const Construction&) = delete;
};

/// How many Threads there have been in this process, for the course's own tests.
struct ThreadCounts {
    int constructed = 0;
    int started = 0;
    int joined = 0;         // waited for by a join() without a timeout, or by their owner
    int awaited = 0;        // somebody waited for their end, or has learnt of it in another way
    int called = 0;         // their target was called by another thread, which called run() itself
    int asked_in_vain = 0;  // is_alive() again, at the same time and with the same answer
};
ThreadCounts thread_counts();

/// What the end of main() does: waits for every thread that isn't a daemon. For tests that go on
/// when the program they test has ended; called by the main thread.
void end_of_main();

/// When is_alive() of this thread was called last, on the clock of heddle::now().
std::optional<std::chrono::milliseconds> last_asked(const Thread& thread);

/// While one of these lives, misuse by the thread that made it throws as ever, but is not held
/// against anybody: a test does it on purpose.
class ExpectedMisuse {
  public:
    ExpectedMisuse();
    ~ExpectedMisuse();
    ExpectedMisuse(const ExpectedMisuse&) = delete;
    ExpectedMisuse& operator=(const ExpectedMisuse&) = delete;
};

}  // namespace detail

template <std::derived_from<Thread> Derived, class... Args>
std::unique_ptr<Derived> make_thread(Args&&... args) {
    static_assert(!std::is_final_v<Derived>,
                  "make_thread derives from your class: remove the word `final` from it");
    const detail::Construction under_way;
    // The global new: should the constructor throw, there is no thread to wait for.
    return std::unique_ptr<Derived>(::new detail::Owned<Derived>(std::forward<Args>(args)...));
}

}  // namespace heddle
