#include "cli/run.hpp"

#include <cerrno>
#include <string>

#include "cli/commands.hpp"
#include "cli/fail.hpp"
#include "cli/parse.hpp"
#include "cli/place.hpp"
#include "cli/terminal.hpp"
#include "process/interrupt.hpp"

namespace heddle::cli {
namespace {

int carry_out(const Chosen& chosen, Context context) {
    auto place = find_place();
    if (!place) return fail_with(context, place.error());
    context.place = std::move(*place);
    context.place.compiler = chosen.arguments.compiler;
    if (chosen.command == nullptr) return welcome(context);
    return chosen.command->run(chosen.arguments, context);
}

// Answered outside a course and before set-up too.
int print_version(const Context& context) {
    const session::Version version = session::version(find_place().value_or(session::Place{}));
    const std::string with = version.toolchain.empty() ? "" : ", " + version.toolchain;
    std::fputs(("heddle " + version.heddle + with + "\n").c_str(), context.out);
    return exit_full;
}

// Whoever typed Ctrl-C hears so, even where the command was as good as done. And a verdict that
// nobody could read isn't one: a full disk, a closed pipe.
int flushed(int code, const Context& context) {
    if (process::is_interrupted()) code = exit_interrupted;
    if (std::fflush(context.out) == 0 && std::ferror(context.out) == 0) return code;
    return fail_with(context, {"can't write: " + base::system_message(errno), "standard output",
                               "Check where it is sent, and that there is room."});
}

}  // namespace

int run(int argc, const char* const* argv, std::FILE* out, std::FILE* err) {
    const Context context{{}, out, err};
    const auto parsed = parse(argc, argv);
    if (!parsed) return fail_with(context, parsed.error());
    if (const auto* const help = std::get_if<HelpText>(&*parsed)) {
        std::fputs(help->text.c_str(), out);
        return flushed(exit_full, context);
    }
    if (std::holds_alternative<VersionAsked>(*parsed))
        return flushed(print_version(context), context);
    return flushed(carry_out(std::get<Chosen>(*parsed), context), context);
}

}  // namespace heddle::cli
