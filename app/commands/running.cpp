#include "app/commands.hpp"
#include "app/serve.hpp"

namespace caicach::app
{

int run_serve(const CommandLine& line, bool without_links)
{
    auto opened = open_system(line);
    if (!opened) return report(opened.error());
    const auto migrated = opened->system->migrate();
    if (!migrated) return report(migrated.error(), opened->system->messages());
    return serve(*opened->system, opened->configuration,
                 {.shows_sample_links = !without_links, .is_json = line.is_json});
}

int run_work(const CommandLine& line)
{
    auto opened = open_system(line);
    if (!opened) return report(opened.error());
    const auto migrated = opened->system->migrate();
    if (!migrated) return report(migrated.error(), opened->system->messages());
    return work(*opened->system);
}

}  // namespace caicach::app
