#include "database/database.hpp"

#include <string_view>
#include <utility>

#include "database/postgres/backend.hpp"
#include "database/session.hpp"
#include "database/sqlite/backend.hpp"

namespace caicach::database
{

namespace
{

constexpr std::string_view sqlite_scheme = "sqlite://";

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

bool Database::is_postgres() const { return m_backend->is_postgres(); }

}  // namespace caicach::database
