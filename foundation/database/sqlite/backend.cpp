#include "database/sqlite/backend.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "database/pool.hpp"
#include "database/sqlite/connection.hpp"
#include "database/sqlite/writer.hpp"

namespace caicach::database::sqlite
{

namespace
{

using Readers = Pool<Connection>;

/// What both kinds of session share: after a failed statement only a rollback is left, as on
/// PostgreSQL, so that the same code does the same on both.
class StatementSession : public Session
{
public:
    explicit StatementSession(Connection& connection) : m_connection(connection) {}

    Result<void> run(std::string_view sql, std::span<const Parameter> bound,
                     Transaction::Visitor visitor, void* context) override
    {
        TRY(check());
        TRY(note(m_connection.run(sql, bound, visitor, context)));
        return {};
    }
    Result<void> stream(std::string_view sql, std::span<const Parameter> bound,
                        Transaction::Visitor visitor, void* context) override
    {
        return run(sql, bound, visitor, context);
    }
    Result<std::int64_t> change(std::string_view sql, std::span<const Parameter> bound) override
    {
        TRY(check());
        return note(m_connection.run(sql, bound, nullptr, nullptr));
    }
    Result<void> script(std::string_view statements) override
    {
        TRY(check());
        return note(m_connection.script(statements));
    }
    [[nodiscard]] bool is_postgres() const override { return false; }

protected:
    [[nodiscard]] Result<void> check() const
    {
        if (m_has_failed) return internal_failure("a statement of this transaction failed before");
        return {};
    }

private:
    template <class T>
    Result<T> note(Result<T> result)
    {
        m_has_failed = m_has_failed || !result;
        return result;
    }

    Connection& m_connection;
    bool m_has_failed{};
};

class ReadSession final : public StatementSession
{
public:
    ReadSession(Readers& readers, std::unique_ptr<Connection> connection)
        : StatementSession(*connection), m_readers(readers), m_connection(std::move(connection))
    {
    }
    ReadSession(const ReadSession&) = delete;
    ReadSession& operator=(const ReadSession&) = delete;
    ~ReadSession() override
    {
        if (!m_connection->is_autocommit() && !m_connection->execute("ROLLBACK")) {
            m_connection.reset();
            m_readers.drop();
            return;
        }
        m_readers.give_back(std::move(m_connection));
    }
    Result<void> commit() override { return check(); }

private:
    Readers& m_readers;
    std::unique_ptr<Connection> m_connection;
};

class WriteSession final : public StatementSession
{
public:
    explicit WriteSession(Writer& writer) : StatementSession(writer.connection()), m_writer(writer)
    {
    }
    WriteSession(const WriteSession&) = delete;
    WriteSession& operator=(const WriteSession&) = delete;
    ~WriteSession() override
    {
        if (m_is_open) m_writer.roll_back();
    }
    Result<void> commit() override
    {
        TRY(check());
        m_is_open = false;
        return m_writer.commit();
    }

private:
    Writer& m_writer;
    bool m_is_open{true};
};

class SqliteBackend final : public Backend
{
public:
    SqliteBackend(std::string path, const Options& options, std::unique_ptr<Connection> writer)
        : m_path(std::move(path)),
          m_wait(options.wait_milliseconds),
          m_access(options.is_copy ? Access::copy : Access::read),
          m_writer(std::move(writer), m_wait),
          m_readers([this] { return Connection::open(m_path, m_access, m_wait); }, options.readers,
                    m_wait)
    {
    }

    Result<std::unique_ptr<Session>> read() override
    {
        std::unique_ptr<Connection> connection = TRY(m_readers.take());
        auto begun = connection->execute("BEGIN");
        auto session = std::make_unique<ReadSession>(m_readers, std::move(connection));
        TRY(std::move(begun));
        return session;
    }

    Result<std::unique_ptr<Session>> write() override
    {
        TRY(m_writer.enter());
        return std::make_unique<WriteSession>(m_writer);
    }

    Result<void> checkpoint() override
    {
        const auto connection = TRY(Connection::open(m_path, Access::write, m_wait));
        return connection->script("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /// Written beside and renamed, so that no half copy ever bears the name. VACUUM INTO and not
    /// sqlite3_backup: that one begins anew whenever another process writes, and takes along what
    /// was deleted.
    Result<void> backup_to(const std::string& path) override
    {
        if (::access(path.c_str(), F_OK) == 0) return internal_failure(path + ": exists already");
        const std::string partial = path + ".partial";
        ::unlink(partial.c_str());
        const auto connection = TRY(Connection::open(m_path, Access::write, m_wait));
        const Parameter name(partial);
        TRY(connection->run("VACUUM INTO $1", {&name, 1}, nullptr, nullptr));
        return keep(partial, path);
    }

    [[nodiscard]] bool is_postgres() const override { return false; }

private:
    static Result<void> keep(const std::string& partial, const std::string& path)
    {
        const int file = ::open(partial.c_str(), O_RDONLY | O_CLOEXEC);
        const bool is_synced = file >= 0 && ::fsync(file) == 0;
        if (file >= 0) ::close(file);
        if (!is_synced || std::rename(partial.c_str(), path.c_str()) != 0)
            return internal_failure(
                fmt::format("{}: {}", path, std::generic_category().message(errno)));
        return {};
    }

    std::string m_path;
    int m_wait;
    Access m_access;
    Writer m_writer;
    Readers m_readers;
};

}  // namespace

Result<std::unique_ptr<Backend>> open(const Options& options)
{
    const std::string path = sqlite_path(options);
    if (options.is_copy) {
        auto reader = TRY(Connection::open(path, Access::copy, options.wait_milliseconds));
        return std::make_unique<SqliteBackend>(path, options, std::move(reader));
    }
    // Made here and not by SQLite: what it holds is nobody's but the service's.
    const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0) {
        const std::string reason = std::generic_category().message(errno);
        return tl::unexpected<Error>(Error{.kind = Failure::unavailable,
                                           .key = "base.database_unusable",
                                           .arguments = {path},
                                           .detail = path + ": " + reason});
    }
    ::close(file);
    auto writer = TRY(Connection::open(path, Access::write, options.wait_milliseconds));
    return std::make_unique<SqliteBackend>(path, options, std::move(writer));
}

}  // namespace caicach::database::sqlite
