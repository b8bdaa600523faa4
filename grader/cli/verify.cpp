#include <array>

#include "cli/commands.hpp"
#include "cli/fail.hpp"
#include "cli/output_file.hpp"
#include "cli/progress.hpp"
#include "cli/terminal.hpp"
#include "report/proof.hpp"

namespace heddle::cli {
namespace {

constexpr std::array<Option, 4> options = {{
    {"EX", "", &Arguments::exercises, Need::optional, "Exercises; none: the whole course"},
    {"--sample", "", &Arguments::wants_sample, Need::optional,
     "Three right programs of each, and each diagnosis once"},
    {"--json", "FILE", &Arguments::json, Need::optional, "Write the proof; - is standard output"},
    compiler_option,
}};

int verify_and_print(const Arguments& arguments, const Context& context,
                     const std::optional<OutputFile>& json) {
    std::FILE* const stream = json && json->takes_out() ? context.err : context.out;
    const auto proof = [&] {
        VerifyProgress progress(stream);
        const auto extent = arguments.wants_sample ? session::Extent::sample : session::Extent::all;
        return session::verify(context.place, arguments.exercises, extent, progress);
    }();
    if (!proof) return fail_with(context, proof.error());
    report::Page page = page_for(stream);
    report::write_proof(page, *proof);
    print(stream, page);
    if (json) {
        const auto written = json->write(report::to_json(*proof));
        if (!written) return fail_with(context, written.error());
    }
    return session::holds(*proof) ? exit_full : exit_not_full;
}

int run(const Arguments& arguments, const Context& context) {
    if (!arguments.json) return verify_and_print(arguments, context, std::nullopt);
    const auto json = OutputFile::open("--json", *arguments.json, context.out);
    if (!json) return fail_with(context, json.error());
    return verify_and_print(arguments, context, *json);
}

}  // namespace

const Command verify_command = {"verify", "Let the course prove itself", options, run};

}  // namespace heddle::cli
