#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>

#include "app/commands.hpp"
#include "app/modules.hpp"
#include "app/settings.hpp"
#include "base/log.hpp"

namespace caicach::app
{
namespace
{

std::map<std::string, std::string> our_environment()
{
    std::map<std::string, std::string> variables;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string text{*entry};
        // CAICACH_DATA and the like have no section and are not settings.
        if (!text.starts_with("CAICACH_") || text.find("__") == std::string::npos) continue;
        const auto cut = text.find('=');
        variables[text.substr(0, cut)] = text.substr(cut + 1);
    }
    return variables;
}

/// The file that was named, else the one in the data folder, where there is one.
std::string file_for(const CommandLine& line)
{
    if (!line.config_file.empty()) return line.config_file;
    const auto own = line.data_folder + "/caicach.toml";
    return std::filesystem::exists(own) ? own : std::string{};
}

}  // namespace

ExitCode exit_code_of(const Error& error)
{
    switch (error.kind) {
        case Failure::invalid:
        case Failure::too_large:
        case Failure::unsupported:
        case Failure::conflict:
            return ExitCode::data;
        case Failure::not_found:
            return ExitCode::no_input;
        case Failure::unavailable:
            return ExitCode::unavailable;
        case Failure::forbidden:
        case Failure::unauthenticated:
        case Failure::internal:
            break;
    }
    return ExitCode::software;
}

Result<Configuration> load_configuration(const CommandLine& line)
{
    auto configuration =
        TRY(Configuration::load(settings(), {file_for(line), our_environment(), line.settings}));
    if (!log::set_level(configuration.text("log.level"))) {
        return failure(Failure::invalid, "base.configuration.wrong", {},
                       {"log.level must be debug, info, warning, error or off"});
    }
    return configuration;
}

Result<Opened> open_system(const CommandLine& line)
{
    auto configuration = TRY(load_configuration(line));
    std::error_code error;
    const auto folder = std::filesystem::absolute(line.data_folder, error).lexically_normal();
    auto system = TRY(System::open(configuration, {.data_folder = folder.string()}));
    return Opened{std::move(configuration), std::move(system)};
}

int report(const Error& error, const text::Messages& messages)
{
    fmt::print(stderr, "caicach: {}\n", messages.render(error));
    if (!error.detail.empty()) fmt::print(stderr, "caicach: {}\n", error.detail);
    return code_of(error.key == "base.configuration.wrong" ? ExitCode::configuration
                                                           : exit_code_of(error));
}

int report(const Error& error)
{
    if (error.key == "base.configuration.wrong") {
        for (const auto& problem : error.arguments) fmt::print(stderr, "caicach: {}\n", problem);
        return code_of(ExitCode::configuration);
    }
    text::Messages messages;
    for (const auto text : foundation_messages()) MUST(messages.add(text));
    for (const auto& module : all_modules()) {
        for (const auto text : module.messages()) MUST(messages.add(text));
    }
    return report(error, messages);
}

}  // namespace caicach::app
