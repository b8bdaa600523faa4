#include "build/diagnosis.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <optional>
#include <regex>

#include "base/file.hpp"
#include "build/messages.hpp"
#include "build/plain_words.hpp"

namespace heddle::build {
namespace {

using base::Error;

constexpr std::size_t most_errors_shown = 5;

// What no student's code can be blamed for, and what to do about it.
struct EnvironmentTrouble {
    std::string_view printed;
    std::string_view what;
    std::string_view hint;
};

constexpr std::array troubles = {
    EnvironmentTrouble{"No space left on device", "the disk is full",
                       "Free some space, then try again."},
    EnvironmentTrouble{"virtual memory exhausted", "the compiler ran out of memory",
                       "Close other programs, or raise the limit that `ulimit -v` shows."},
    EnvironmentTrouble{"annot allocate memory", "the compiler ran out of memory",
                       "Close other programs, or raise the limit that `ulimit -v` shows."},
    EnvironmentTrouble{"out of memory", "the compiler ran out of memory",
                       "Close other programs, or raise the limit that `ulimit -v` shows."},
    EnvironmentTrouble{"Killed signal terminated program", "the compiler was killed",
                       "Often memory was short: close other programs, then try again."},
    EnvironmentTrouble{"internal compiler error", "the compiler itself crashed",
                       "Change the code around the line it names, and report it to the compiler."},
    EnvironmentTrouble{"precompiled header doesn't fit", "the compiler changed since set-up",
                       "Run ./heddle setup."},
    EnvironmentTrouble{"cannot execute", "a part of the compiler is missing",
                       "Install the compiler again: sudo apt install --reinstall g++."},
    EnvironmentTrouble{"cannot find -l", "a library of the compiler is missing",
                       "Run `./heddle doctor` to see what is missing."},
};

constexpr std::string_view too_long =
    "The compiler worked for 20 seconds and was stopped. Look for a template or a constexpr "
    "function "
    "that has no end.";

std::string last_lines(std::string_view text, std::size_t count) {
    std::size_t begin = text.size();
    for (std::size_t i = 0; i <= count && begin != std::string_view::npos && begin > 0; ++i)
        begin = text.rfind('\n', begin - 1);
    return std::string(text.substr(begin == std::string_view::npos ? 0 : begin));
}

std::optional<Error> environment_error(const process::Completed& tool) {
    if (tool.status.ending == process::Ending::deadline_passed)
        return Error{"the compiler didn't finish in 3 minutes", "",
                     "This machine is very busy. Try again later."};
    if (tool.status.ending == process::Ending::signalled)
        return Error{fmt::format("the compiler was ended by signal {}", tool.status.code), "",
                     "Try again."};
    for (const EnvironmentTrouble& trouble : troubles)
        if (tool.errors.find(trouble.printed) != std::string::npos)
            return Error{std::string(trouble.what), "", std::string(trouble.hint)};
    return std::nullopt;
}

// "hit_counter.cpp:7" anywhere in a linker's line, for one of the files.
Diagnostic place_in(const std::string& line, const std::vector<std::string>& files) {
    static const std::regex form(R"(([^\s:/]+):(\d{1,9}):)");
    for (std::sregex_iterator match(line.begin(), line.end(), form), end; match != end; ++match)
        if (std::find(files.begin(), files.end(), (*match)[1]) != files.end())
            return {(*match)[1], std::stoi((*match)[2]), 0, ""};
    return {};
}

// What gold, lld and bfd say about names, in one wording.
std::optional<Diagnostic> linker_error(const std::string& line,
                                       const std::vector<std::string>& files) {
    struct Form {
        std::regex pattern;
        std::string_view words;
    };
    static const std::array forms = {
        Form{std::regex(R"(undefined reference to [`'"](.+)['"])"),
             "{} is declared, but defined nowhere"},
        Form{std::regex(R"(undefined symbol: (.+))"), "{} is declared, but defined nowhere"},
        Form{std::regex(R"(multiple definition of [`'"](.+?)['"])"), "{} is defined twice"},
        Form{std::regex(R"(duplicate symbol: (.+))"), "{} is defined twice"},
    };
    for (const Form& form : forms) {
        std::smatch match;
        if (!std::regex_search(line, match, form.pattern)) continue;
        Diagnostic found = place_in(line, files);
        found.message = fmt::format(fmt::runtime(form.words), match[1].str());
        return found;
    }
    return std::nullopt;
}

std::optional<BuildError> first_linker_error(const std::string& output, const Staged& staged) {
    std::vector<std::string> files = staged.files;
    files.emplace_back("port.cpp");
    std::size_t begin = 0;
    while (begin < output.size()) {
        const std::size_t end = std::min(output.find('\n', begin), output.size());
        const auto found = linker_error(output.substr(begin, end - begin), files);
        if (found && !found->file.empty())
            return BuildError{*found, {}, in_plain_words(found->message)};
        begin = end + 1;
    }
    return std::nullopt;
}

// What a class can't be copied for is told in the error after it.
std::string explanation_of(const std::vector<CompilerError>& errors, std::size_t index) {
    const std::string& text = errors[index].whole_text;
    const bool goes_on = index + 1 < errors.size() && text.find("deleted") != std::string::npos;
    return in_plain_words(goes_on ? text + errors[index + 1].whole_text : text);
}

std::optional<BuildError> first_error_in(const std::vector<std::string>& files,
                                         const std::vector<CompilerError>& errors) {
    std::optional<BuildError> result;
    for (std::size_t i = 0; i < errors.size(); ++i) {
        Diagnostic seen = seen_from(errors[i], files);
        if (seen.file.empty()) continue;
        if (!result)
            result = BuildError{std::move(seen), {}, explanation_of(errors, i)};
        else if (result->others.size() + 1 < most_errors_shown)
            result->others.push_back(std::move(seen));
    }
    return result;
}

bool tells_of_an_unknown_name(std::string_view message) {
    constexpr std::array<std::string_view, 7> marks = {
        "was not declared",   "has not been declared", "does not name a type",
        "is not a member of", "undeclared identifier", "unknown type name",
        "in namespace"};
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) {
        return message.find(mark) != std::string_view::npos;
    });
}

// From whichever folder.
bool includes(const std::string& text, const std::filesystem::path& header) {
    static const std::regex include(R"re(#[ \t]*include[ \t]*"([^"\n]+)")re");
    const std::sregex_iterator none;
    return std::any_of(std::sregex_iterator(text.begin(), text.end(), include), none,
                       [&](const std::smatch& match) {
                           return std::filesystem::path(match[1].str()).filename() == header;
                       });
}

// Other headers are precompiled, so a file that forgets its own may compile for a while: the first
// name that is unknown then says nothing of the header.
std::optional<std::string> forgotten_header(const Diagnostic& seen, const Staged& staged) {
    if (!seen.file.ends_with(".cpp") || !tells_of_an_unknown_name(seen.message))
        return std::nullopt;
    const std::filesystem::path header = std::filesystem::path(seen.file).replace_extension("hpp");
    const auto text = base::read_file(staged.folder / seen.file);
    if (!text || includes(*text, header.filename()) ||
        !std::filesystem::exists(staged.folder / header))
        return std::nullopt;
    return fmt::format(
        "Is #include \"{}\" at the top of {}? What is declared there is unknown here.",
        header.string(), seen.file);
}

// Errors in the student's files; where none leads there, those in the port, which is public.
std::optional<BuildError> first_compiler_error(const std::string& output, const Staged& staged) {
    const auto errors = compiler_errors(output);
    auto result = first_error_in(staged.files, errors);
    if (!result) return first_error_in({"port.cpp"}, errors);
    if (auto words = forgotten_header(result->first, staged)) result->explanation = *words;
    return result;
}

}  // namespace

Failure explain_failure(const process::Completed& tool, const Staged& staged) {
    if (tool.errors.find("CPU time limit exceeded") != std::string::npos)
        return BuildError{
            {staged.files.front(), 0, 0, "compiling takes too long"}, {}, std::string(too_long)};
    if (const auto error = environment_error(tool)) return *error;
    if (const auto error = first_compiler_error(tool.errors, staged)) return *error;
    if (const auto error = first_linker_error(tool.errors, staged)) return *error;
    return Error{"the compiler failed:\n" + last_lines(tool.errors, 5), "",
                 "Run `./heddle doctor` to see whether the compiler works."};
}

}  // namespace heddle::build
