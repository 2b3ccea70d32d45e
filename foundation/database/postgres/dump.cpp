#include "database/postgres/dump.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>
#include <vector>

#include "base/process.hpp"
#include "database/postgres/connection.hpp"

namespace caicach::database::postgres
{

namespace
{

/// A province's database with years in it, on a slow disk.
constexpr ChildLimits limits{.wall_seconds = 6 * 3600,
                             .cpu_seconds = 6 * 3600,
                             .memory_bytes = 4ULL << 30U,
                             .file_bytes = 1ULL << 42U};

Result<void> run(const Connection& connection, std::vector<std::string> arguments)
{
    const auto name = arguments.front();
    const auto ended = TRY(run_child({.arguments = std::move(arguments),
                                      .environment = connection.environment(),
                                      .limits = limits}));
    if (ended.exit_code == 0) return {};
    return tl::unexpected<Error>(Error{.kind = Failure::unavailable,
                                       .key = "base.dump_failed",
                                       .arguments = {name},
                                       .detail = ended.errors});
}

/// On disk, then under its name: no half dump ever bears it.
Result<void> keep(const std::string& partial, const std::string& path)
{
    const int file = ::open(partial.c_str(), O_RDONLY | O_CLOEXEC);
    const bool is_synced = file >= 0 && ::fsync(file) == 0;
    if (file >= 0) ::close(file);
    if (is_synced && std::rename(partial.c_str(), path.c_str()) == 0) return {};
    return internal_failure(fmt::format("{}: {}", path, std::generic_category().message(errno)));
}

}  // namespace

Result<void> dump(const Options& options, const std::string& path, const std::string& snapshot)
{
    if (::access(path.c_str(), F_OK) == 0) return internal_failure(path + ": exists already");
    const auto partial = path + ".partial";
    const auto connection = TRY(Connection::open(options));
    // Whose it is and who may what is the new server's affair.
    std::vector<std::string> arguments{"pg_dump",         "--format=custom", "--no-owner",
                                       "--no-privileges", "--no-password",   "--file=" + partial};
    if (options.schema != "public") arguments.push_back("--schema=" + options.schema);
    if (!snapshot.empty()) arguments.push_back("--snapshot=" + snapshot);
    auto dumped = run(*connection, std::move(arguments));
    if (!dumped) {
        ::unlink(partial.c_str());
        return dumped;
    }
    return keep(partial, path);
}

Result<void> restore(const Options& options, const std::string& path)
{
    const auto connection = TRY(Connection::open(options));
    return run(*connection, {"pg_restore", "--exit-on-error", "--single-transaction", "--no-owner",
                             "--no-privileges", "--no-password",
                             "--dbname=" + connection->database_name(), path});
}

}  // namespace caicach::database::postgres
