#pragma once

#include "base/result.hpp"

namespace caicach::app
{

/// sysexits.h, by name: what a script may ask about how a command ended.
enum class ExitCode : int {
    ok = 0,
    usage = 64,          ///< the command line is wrong
    data = 65,           ///< the file or the stored data is wrong
    no_input = 66,       ///< the file is not there
    unavailable = 69,    ///< a service that we need is not there
    software = 70,       ///< our fault
    cannot_create = 73,  ///< the data folder cannot be written
    temporary = 75,      ///< try again
    configuration = 78,  ///< the configuration is wrong
};

[[nodiscard]] inline int code_of(ExitCode code) { return static_cast<int>(code); }
[[nodiscard]] ExitCode exit_code_of(const Error& error);

}  // namespace caicach::app
