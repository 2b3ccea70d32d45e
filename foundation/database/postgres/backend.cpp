#include "database/postgres/backend.hpp"

#include <utility>

#include "database/pool.hpp"
#include "database/postgres/connection.hpp"
#include "database/postgres/dump.hpp"

namespace caicach::database::postgres
{

namespace
{

using Connections = Pool<Connection>;

class PostgresSession final : public Session
{
public:
    PostgresSession(Connections& connections, std::unique_ptr<Connection> connection)
        : m_connections(connections), m_connection(std::move(connection))
    {
    }
    PostgresSession(const PostgresSession&) = delete;
    PostgresSession& operator=(const PostgresSession&) = delete;
    ~PostgresSession() override
    {
        if (m_connection->is_in_transaction()) std::ignore = m_connection->script("ROLLBACK");
        if (m_connection->is_alive() && !m_connection->is_in_transaction()) {
            m_connections.give_back(std::move(m_connection));
        } else {
            m_connection.reset();
            m_connections.drop();
        }
    }

    Result<void> run(std::string_view sql, std::span<const Parameter> bound,
                     Transaction::Visitor visitor, void* context) override
    {
        TRY(check());
        TRY(note(m_connection->run(sql, bound, visitor, context)));
        return {};
    }
    Result<void> stream(std::string_view sql, std::span<const Parameter> bound,
                        Transaction::Visitor visitor, void* context) override
    {
        TRY(check());
        return note(m_connection->stream(sql, bound, visitor, context));
    }
    Result<std::int64_t> change(std::string_view sql, std::span<const Parameter> bound) override
    {
        TRY(check());
        return note(m_connection->run(sql, bound, nullptr, nullptr));
    }
    Result<void> script(std::string_view statements) override
    {
        TRY(check());
        return note(m_connection->script(statements));
    }
    Result<void> commit() override
    {
        TRY(check());
        return m_connection->commit();
    }
    [[nodiscard]] bool is_postgres() const override { return true; }

private:
    [[nodiscard]] Result<void> check() const
    {
        if (m_has_failed) return internal_failure("a statement of this transaction failed before");
        return {};
    }
    template <class T>
    Result<T> note(Result<T> result)
    {
        m_has_failed = m_has_failed || !result;
        return result;
    }

    Connections& m_connections;
    std::unique_ptr<Connection> m_connection;
    bool m_has_failed{};
};

class PostgresBackend final : public Backend
{
public:
    explicit PostgresBackend(const Options& options)
        : m_options(options),
          m_connections_max(options.readers),
          m_connections([options] { return Connection::open(options); }, options.readers,
                        options.wait_milliseconds)
    {
    }

    Result<std::unique_ptr<Session>> read() override
    {
        return begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    }
    Result<std::unique_ptr<Session>> write() override
    {
        return begin("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE");
    }
    Result<void> checkpoint() override { return {}; }
    Result<void> backup_to(const std::string& path) override { return dump(m_options, path, {}); }
    [[nodiscard]] bool is_postgres() const override { return true; }

private:
    /// A server that was restarted leaves dead connections in the pool: they are made anew.
    Result<std::unique_ptr<Session>> begin(std::string_view how)
    {
        for (int attempt = 0;; ++attempt) {
            auto connection = TRY(m_connections.take());
            auto begun = connection->script(how);
            const bool is_alive = connection->is_alive();
            auto session = std::make_unique<PostgresSession>(m_connections, std::move(connection));
            if (begun) return session;
            if (is_alive || attempt > m_connections_max)
                return tl::unexpected<Error>(std::move(begun).error());
        }
    }

    Options m_options;
    int m_connections_max;
    Connections m_connections;
};

}  // namespace

Result<std::unique_ptr<Backend>> open(const Options& options)
{
    std::unique_ptr<Backend> backend = std::make_unique<PostgresBackend>(options);
    auto first = backend->read();  // is anybody there?
    if (!first) return tl::unexpected<Error>(std::move(first).error());
    return backend;
}

}  // namespace caicach::database::postgres
