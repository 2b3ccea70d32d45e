#include <fmt/format.h>

#include "app/commands.hpp"
#include "identity/api.hpp"
#include "json/value.hpp"

namespace caicach::app
{
namespace
{

/// Where the link is opened: the site's public address, else the server's own.
std::string beginning_of_links(const Configuration& configuration)
{
    if (auto site = configuration.text("province.site"); !site.empty()) return site;
    return fmt::format("http://{}:{}", configuration.text("server.address"),
                       configuration.integer("server.port"));
}

}  // namespace

int run_account_administrator(const CommandLine& line, const AdministratorArguments& arguments)
{
    auto opened = open_existing(line);
    if (!opened) return report(opened.error());
    auto& system = *opened->system;
    const auto migrated = system.migrate();
    if (!migrated) return report(migrated.error(), system.messages());
    auto context = system.system_context("caicach account administrator");
    const auto path = identity::make_administrator(
        context, {.name = arguments.name,
                  .user_name = arguments.user_name,
                  .agency_code = arguments.agency,
                  .removes_second_factor = arguments.removes_second_factor});
    if (!path) return report(path.error(), system.messages());
    const auto link = beginning_of_links(opened->configuration) + *path;
    if (line.is_json) {
        fmt::print("{}\n", json::dump(json::Value::object().set("link", link)));
        return code_of(ExitCode::ok);
    }
    fmt::print("{} chooses a password here, once, within a day:\n  {}\n", arguments.name, link);
    return code_of(ExitCode::ok);
}

}  // namespace caicach::app
