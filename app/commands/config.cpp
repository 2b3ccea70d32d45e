#include <fmt/format.h>

#include "app/commands.hpp"
#include "json/value.hpp"

namespace caicach::app
{

int run_config_check(const CommandLine& line)
{
    const auto configuration = load_configuration(line);
    if (!configuration) return report(configuration.error());
    fmt::print("{}\n", line.is_json ? "{\"ok\":true}" : "The configuration is right.");
    return code_of(ExitCode::ok);
}

int run_config_show(const CommandLine& line)
{
    const auto configuration = load_configuration(line);
    if (!configuration) return report(configuration.error());
    if (line.is_json) {
        auto all = json::Value::object();
        for (const auto& [key, entry] : configuration->entries()) {
            all.set(key,
                    json::Value::object().set("value", entry.value).set("origin", entry.origin));
        }
        fmt::print("{}\n", json::dump(all, true));
        return code_of(ExitCode::ok);
    }
    for (const auto& [key, entry] : configuration->entries()) {
        fmt::print("{:24} {:28} # {}\n", key, entry.value.empty() ? "\"\"" : entry.value,
                   entry.origin);
    }
    return code_of(ExitCode::ok);
}

}  // namespace caicach::app
