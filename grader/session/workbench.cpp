#include "session/workbench.hpp"

namespace heddle::session {

// A server that broke, or was started with anything else, is of no use.
bool Workbench::reopens(const TrialRequest& request) {
    return program_ && !request.arguments && binary_ == request.binary &&
           prediction_ == request.prediction && program_->open(request.info.name);
}

base::Expected<explore::Program*> Workbench::program_of(const TrialRequest& request) {
    const auto ready = reopens(request) ? base::Expected<void>() : start(request);
    if (!ready) return base::fail(ready.error());
    program_->place_on(request.info.machine);
    return &*program_;
}

base::Expected<void> Workbench::start(const TrialRequest& request) {
    program_.reset();
    auto started =
        request.arguments
            ? explore::Program::start_main(request.binary, *request.arguments, cpu_)
            : explore::Program::start(request.binary, request.info.name, cpu_, request.prediction);
    if (!started) return base::fail(started.error());
    program_ = std::move(*started);
    binary_ = request.arguments ? std::filesystem::path() : request.binary;
    prediction_ = request.prediction;
    return {};
}

}  // namespace heddle::session
