// What one thread runs trials with: the program of the last trial, whose server is kept, and the
// debug information of all. Binaries must not change meanwhile.
#pragma once

#include <optional>

#include "explore/program.hpp"
#include "session/symbol_store.hpp"
#include "session/trial.hpp"

namespace heddle::session {

class Workbench {
  public:
    // Programs run on processor `cpu` alone.
    explicit Workbench(int cpu) : cpu_(cpu) {}

    // The program that the request is about, with its case open, until the next call.
    base::Expected<explore::Program*> program_of(const TrialRequest& request);

    base::Expected<explore::Symbols*> symbols_of(const TrialRequest& request) {
        return symbols_.of(request.binary, request.files);
    }

  private:
    bool reopens(const TrialRequest& request);
    base::Expected<void> start(const TrialRequest& request);

    int cpu_;
    SymbolStore symbols_;
    std::optional<explore::Program> program_;
    std::filesystem::path binary_;           // of program_
    std::optional<std::string> prediction_;  // which it was started with
};

}  // namespace heddle::session
