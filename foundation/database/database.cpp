#include "database/database.hpp"

#include <string_view>
#include <utility>

#include "database/postgres/backend.hpp"
#include "database/postgres/dump.hpp"
#include "database/session.hpp"
#include "database/sqlite/backend.hpp"

namespace caicach::database
{

namespace
{

constexpr std::string_view sqlite_scheme = "sqlite://";
constexpr std::string_view export_snapshot = "SELECT pg_export_snapshot() AS snapshot";

/// What differs between the two in asking the database about itself.
constexpr std::string_view sqlite_tables = "SELECT count(*) AS count FROM sqlite_schema";
constexpr std::string_view postgres_tables =
    "SELECT count(*) AS count FROM pg_catalog.pg_class AS c"
    " JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace"
    " WHERE n.nspname = current_schema()";
constexpr std::string_view sqlite_size =
    "SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()";
constexpr std::string_view postgres_size = "SELECT pg_database_size(current_database()) AS bytes";

/// A conninfo has no scheme; libpq would take another database's address for the name of one.
bool is_known_address(std::string_view url)
{
    if (url.find("://") == std::string_view::npos) return true;
    return url.starts_with(sqlite_scheme) || url.starts_with("postgresql://") ||
           url.starts_with("postgres://");
}

}  // namespace

std::string sqlite_path(const Options& options)
{
    return options.url.starts_with(sqlite_scheme) ? options.url.substr(sqlite_scheme.size())
                                                  : std::string{};
}

Database::Database(Options options, std::unique_ptr<Backend> backend)
    : m_options(std::move(options)), m_backend(std::move(backend))
{
}

Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const Options& options)
{
    VERIFY(options.readers > 0 && options.wait_milliseconds > 0);
    if (!is_known_address(options.url)) {
        const auto scheme = options.url.substr(0, options.url.find("://"));
        return failure(Failure::invalid, "base.database_unknown", "database.url", {scheme});
    }
    auto backend = TRY(options.url.starts_with(sqlite_scheme) ? sqlite::open(options)
                                                              : postgres::open(options));
    return std::make_unique<Database>(options, std::move(backend));
}

Result<Transaction> Database::read()
{
    std::unique_ptr<Session> session = TRY(m_backend->read());
    return Transaction(std::move(session));
}

Result<Transaction> Database::write()
{
    std::unique_ptr<Session> session = TRY(m_backend->write());
    return Transaction(std::move(session));
}

Result<void> Database::ping()
{
    Transaction transaction = TRY(read());
    TRY(transaction.one("SELECT 1 AS answer",
                        [](const Row& row) { return row.integer("answer"); }));
    return {};
}

Result<void> Database::checkpoint() { return m_backend->checkpoint(); }

Result<void> Database::backup_to(const std::string& path) { return m_backend->backup_to(path); }

Result<void> Database::backup_to(const std::string& path,
                                 const std::function<Result<void>(Transaction&)>& look)
{
    if (!is_postgres()) {
        TRY(m_backend->backup_to(path));
        const Options options{
            .url = std::string(sqlite_scheme) + path, .readers = 1, .is_copy = true};
        auto backend = TRY(sqlite::open(options));
        Database copy(options, std::move(backend));
        auto transaction = TRY(copy.read());
        return look(transaction);
    }
    // The snapshot lives as long as the transaction that names it.
    auto transaction = TRY(read());
    const auto snapshot = TRY(
        transaction.one(export_snapshot, [](const Row& row) { return row.string("snapshot"); }));
    TRY(postgres::dump(m_options, path, snapshot));
    return look(transaction);
}

Result<void> Database::restore_from(const std::string& path)
{
    VERIFY(is_postgres());
    return postgres::restore(m_options, path);
}

Result<bool> Database::is_empty()
{
    auto transaction = TRY(read());
    const auto count = [](const Row& row) { return row.integer("count"); };
    const auto tables =
        TRY(transaction.one(is_postgres() ? postgres_tables : sqlite_tables, count));
    return tables == 0;
}

Result<std::int64_t> Database::size_bytes()
{
    auto transaction = TRY(read());
    const auto bytes = [](const Row& row) { return row.integer("bytes"); };
    return transaction.one(is_postgres() ? postgres_size : sqlite_size, bytes);
}

Result<std::string> Database::first_damage()
{
    if (is_postgres()) return std::string{};
    auto transaction = TRY(read());
    const auto words = [](const Row& row) { return row.string("integrity_check"); };
    const auto damages = TRY(transaction.all("PRAGMA integrity_check(1)", words));
    if (!damages.empty() && damages.front() != "ok") return damages.front();
    const auto table = [](const Row& row) { return row.string("table"); };
    const auto dangling = TRY(transaction.all("PRAGMA foreign_key_check", table));
    return dangling.empty() ? std::string{} : "a row of " + dangling.front() + " names no row";
}

bool Database::is_postgres() const { return m_backend->is_postgres(); }

}  // namespace caicach::database
