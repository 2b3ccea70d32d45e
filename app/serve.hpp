#pragma once
#include "app/system.hpp"
#include "base/configuration.hpp"

namespace caicach::app
{

struct ServeOptions {
    bool shows_sample_links{true};  ///< of a sample province, for each role, printed at start
    bool is_json{};                 ///< one line of JSON instead of sentences at start
};

/// Serves until SIGTERM or SIGINT, then drains; a second signal ends at once. The exit code.
[[nodiscard]] int serve(System& system, const Configuration& configuration,
                        const ServeOptions& options);

/// Runs jobs without pages, until SIGTERM or SIGINT.
[[nodiscard]] int work(System& system);

}  // namespace caicach::app
