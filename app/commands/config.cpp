#include <fmt/format.h>

#include <utility>

#include "app/commands.hpp"
#include "app/reference.hpp"
#include "json/value.hpp"

namespace caicach::app
{
namespace
{

/// "postgresql://caicach:secret@host/db" and "… password=secret …" without the secret: what this
/// command prints is pasted into letters.
std::string without_password(std::string value)
{
    constexpr std::string_view word = "password=";
    if (const auto at = value.find(word); at != std::string::npos) {
        const auto begin = at + word.size();
        value.replace(begin, value.find_first_of(" &", begin) - begin, "***");
    }
    const auto scheme = value.find("://");
    const auto host = value.find('@');
    if (scheme == std::string::npos || host == std::string::npos) return value;
    const auto colon = value.find(':', scheme + 3);
    if (colon < host) value.replace(colon + 1, host - colon - 1, "***");
    return value;
}

std::string shown(const Configuration::Entry& entry)
{
    return entry.value.empty() ? "\"\"" : without_password(entry.value);
}

}  // namespace

int run_config_check(const CommandLine& line)
{
    const auto configuration = load_configuration(line);
    if (!configuration) return report(configuration.error());
    const auto own = use_references(line.data_folder);
    if (!own) return report(own.error());
    if (line.is_json) {
        auto names = json::Value::array();
        for (const auto& name : *own) names.push(name);
        fmt::print(
            "{}\n",
            json::dump(
                json::Value::object().set("ok", true).set("own_reference", std::move(names))));
        return code_of(ExitCode::ok);
    }
    fmt::print("The configuration is right.\n");
    for (const auto& name : *own)
        fmt::print("{}/{} stands in the place of ours.\n", reference_folder(line.data_folder),
                   name);
    return code_of(ExitCode::ok);
}

int run_config_show(const CommandLine& line)
{
    const auto configuration = load_configuration(line);
    if (!configuration) return report(configuration.error());
    if (line.is_json) {
        auto all = json::Value::object();
        for (const auto& [key, entry] : configuration->entries()) {
            all.set(key, json::Value::object()
                             .set("value", without_password(entry.value))
                             .set("origin", entry.origin));
        }
        fmt::print("{}\n", json::dump(all, true));
        return code_of(ExitCode::ok);
    }
    for (const auto& [key, entry] : configuration->entries()) {
        fmt::print("{:24} {:28} # {}\n", key, shown(entry), entry.origin);
    }
    return code_of(ExitCode::ok);
}

}  // namespace caicach::app
