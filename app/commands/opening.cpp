#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

#include "app/commands.hpp"
#include "app/modules.hpp"
#include "app/settings.hpp"
#include "app/sign_in_provider.hpp"
#include "base/log.hpp"

namespace caicach::app
{
namespace
{

constexpr std::string_view packaged_folder = "/var/lib/caicach";
constexpr std::string_view packaged_configuration = "/etc/caicach/config.toml";

/// CAICACH_DATA stands for --data; the others are the gate's own (see ./test).
bool is_no_setting(std::string_view name)
{
    return name == "CAICACH_DATA" || name == "CAICACH_ACCEPT" || name.starts_with("CAICACH_TEST_");
}

std::map<std::string, std::string> our_environment()
{
    std::map<std::string, std::string> variables;
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string text{*entry};
        const auto cut = text.find('=');
        if (!text.starts_with("CAICACH_") || cut == std::string::npos) continue;
        if (is_no_setting(text.substr(0, cut))) continue;
        variables[text.substr(0, cut)] = text.substr(cut + 1);
    }
    return variables;
}

bool is_readable(const std::string& path) { return access(path.c_str(), R_OK) == 0; }

/// The file that was named, else the one in the data folder, else that of the package for the
/// package's folder; empty where there is none.
std::string file_for(const CommandLine& line)
{
    if (!line.config_file.empty()) return line.config_file;
    if (auto own = line.data_folder + "/caicach.toml"; is_readable(own)) return own;
    const std::string packaged{packaged_configuration};
    return line.data_folder == packaged_folder && is_readable(packaged) ? packaged : std::string{};
}

std::string variable(const char* name)
{
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread
    return value == nullptr ? std::string{} : std::string{value};
}

Result<Opened> open_with(const CommandLine& line, const Clock* clock)
{
    auto configuration = TRY(load_configuration(line));
    std::error_code error;
    const auto folder = std::filesystem::absolute(line.data_folder, error).lexically_normal();
    auto system =
        TRY(System::open(configuration, {.data_folder = folder.string(), .clock = clock}));
    return Opened{std::move(configuration), std::move(system)};
}

}  // namespace

std::string default_data_folder()
{
    for (const auto* name : {"CAICACH_DATA", "STATE_DIRECTORY"}) {
        if (auto folder = variable(name); !folder.empty()) return folder;
    }
    std::string packaged{packaged_folder};
    if (geteuid() == 0 || access(packaged.c_str(), R_OK | W_OK | X_OK) == 0) return packaged;
    // XDG base directories: what a program keeps between its runs.
    if (auto state = variable("XDG_STATE_HOME"); !state.empty()) return state + "/caicach";
    return variable("HOME") + "/.local/state/caicach";
}

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
    VERIFY(log::set_level(configuration.text("log.level")));
    TRY(sign_in_provider_of(configuration));
    return configuration;
}

Result<Opened> open_system(const CommandLine& line) { return open_with(line, nullptr); }

Result<Opened> open_system(const CommandLine& line, const Clock& clock)
{
    return open_with(line, &clock);
}

Result<Opened> open_existing(const CommandLine& line)
{
    const auto configuration = TRY(load_configuration(line));
    const auto file = line.data_folder + "/caicach.db";
    if (configuration.text("database.url").empty() && access(file.c_str(), F_OK) != 0) {
        return failure(Failure::not_found, "app.no_data", "data", {line.data_folder});
    }
    return open_system(line);
}

Result<void> require_newest_schema(System& system)
{
    const auto pending = TRY(system.migrate({.dry_run = true}));
    if (pending.applied.empty()) return {};
    return failure(Failure::conflict, "app.schema_older", {},
                   {std::to_string(pending.applied.size())});
}

text::Messages all_messages()
{
    text::Messages messages;
    for (const auto text : foundation_messages()) MUST(messages.add(text));
    for (const auto& module : all_modules()) {
        for (const auto text : module.messages()) MUST(messages.add(text));
    }
    return messages;
}

int report(const Error& error, const text::Messages& messages)
{
    // Its own sentence speaks of a page; here the detail below it is what helps.
    const auto shown =
        error.key == "base.internal" ? Error{error.kind, "app.command_failed"} : error;
    fmt::print(stderr, "caicach: {}\n", messages.render(shown));
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
    return report(error, all_messages());
}

std::string in_words(const Error& error)
{
    const auto sentence = all_messages().render(error);
    return error.detail.empty() ? sentence : sentence + " (" + error.detail + ")";
}

}  // namespace caicach::app
