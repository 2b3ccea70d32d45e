#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "app/commands.hpp"
#include "app/sample_province.hpp"

namespace caicach::app
{

int run_demo(const CommandLine& line)
{
    std::error_code error;
    if (std::filesystem::exists(line.data_folder, error) &&
        !std::filesystem::is_empty(line.data_folder, error)) {
        fmt::print(stderr,
                   "caicach: {} is not empty; the sample province needs a folder of its own "
                   "(--data DIR)\n",
                   line.data_folder);
        return code_of(ExitCode::cannot_create);
    }
    std::filesystem::create_directories(line.data_folder, error);
    std::ofstream(line.data_folder + "/caicach.toml") << sample_configuration();
    auto opened = open_system(line);
    if (!opened) return report(opened.error());
    auto& system = *opened->system;
    const auto migrated = system.migrate();
    if (!migrated) return report(migrated.error(), system.messages());
    const auto filled = fill_sample_province(system);
    if (!filled) return report(filled.error(), system.messages());
    fmt::print("The sample province is in {}. Serve it with: caicach serve --data {}\n",
               line.data_folder, line.data_folder);
    return code_of(ExitCode::ok);
}

}  // namespace caicach::app
