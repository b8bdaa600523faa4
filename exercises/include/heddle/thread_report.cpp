// What threads say about themselves: names, misuse, and exceptions that nobody caught.
#include <cxxabi.h>
#include <dlfcn.h>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

#include "heddle/hooks.hpp"
#include "heddle/threads.hpp"

namespace heddle {
namespace {

constinit thread_local bool misuse_is_expected = false;

std::string demangled(const char* symbol) {
    int status = 0;
    const std::unique_ptr<char, decltype(&std::free)> text(
        abi::__cxa_demangle(symbol, nullptr, nullptr, &status), &std::free);
    return text ? text.get() : symbol;
}

std::string without_namespace(const std::string& name) {
    const auto colons = name.rfind("::");
    return colons == std::string::npos ? name : name.substr(colons + 2);
}

void print_exception(const Thread& thread, std::exception_ptr exception) {
    std::string text = "Exception in thread " + thread.name() + ": ";
    try {
        std::rethrow_exception(exception);
    } catch (const std::exception& known) {
        text += known.what();
    } catch (...) {
        text += "an exception of another type than std::exception";
    }
    std::fputs((text + "\n").c_str(), stderr);
}

ExceptHook current_hook() {
    const Threads::Lock lock(threads.mutex);
    return threads.hook ? *threads.hook : ExceptHook(print_exception);
}

}  // namespace

std::string detail::function_name(const void* function) {
    Dl_info found = {};
    if (dladdr(function, &found) == 0 || found.dli_saddr != function) return {};
    const std::string name = demangled(found.dli_sname);
    return without_namespace(name.substr(0, name.find('(')));
}

std::string detail::type_name(const std::type_info& type) {
    const std::string unnamed = "(anonymous namespace)::";
    std::string name = demangled(type.name());
    if (name.starts_with(unnamed)) name.erase(0, unnamed.size());
    const bool is_plain = name.find_first_of("<({") == std::string::npos;  // as lambdas aren't
    return is_plain ? without_namespace(name) : std::string();
}

void report_evidence(const char* id, const std::string& message) {
    if (heddle_hook_evidence) heddle_hook_evidence(id, message.c_str());
}

void misuse(const char* id, const std::string& message) {
    if (!misuse_is_expected) report_evidence(id, message);
    throw std::logic_error(message);
}

detail::ExpectedMisuse::ExpectedMisuse() {
    misuse_is_expected = true;
}

detail::ExpectedMisuse::~ExpectedMisuse() {
    misuse_is_expected = false;
}

void report_uncaught(const Thread& thread) noexcept {
    try {
        current_hook()(thread, std::current_exception());
    } catch (...) {
        print_exception(thread, std::current_exception());
    }
}

ExceptHook set_excepthook(ExceptHook hook) {
    if (!hook) hook = print_exception;
    const Threads::Lock lock(threads.mutex);
    if (!threads.hook) threads.hook = new ExceptHook(print_exception);
    return std::exchange(*threads.hook, std::move(hook));
}

}  // namespace heddle
