#include "database/postgres/connection.hpp"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <charconv>
#include <utility>
#include <vector>

#include "database/postgres/result_cells.hpp"

namespace caicach::database::postgres
{

namespace
{

constexpr std::size_t statements_max = 500;
constexpr int rows_fetched_at_once = 500;

/// Parameters as libpq wants them: text that ends with a zero byte, bytes as they are.
class Bound
{
public:
    explicit Bound(std::span<const Parameter> parameters)
    {
        m_texts.reserve(parameters.size());
        for (const Parameter& parameter : parameters) add(parameter);
        // Only now: the texts do not move any more.
        for (std::size_t i = 0; i < parameters.size(); ++i)
            m_values.push_back(parameters[i].is_null() ? nullptr : m_texts[i].c_str());
    }

    [[nodiscard]] int count() const { return static_cast<int>(m_texts.size()); }
    [[nodiscard]] const Oid* types() const { return m_types.data(); }
    [[nodiscard]] const char* const* values() const { return m_values.data(); }
    [[nodiscard]] const int* lengths() const { return m_lengths.data(); }
    [[nodiscard]] const int* formats() const { return m_formats.data(); }

private:
    void add(const Parameter& parameter)
    {
        std::string text;
        if (parameter.is_null())
            text = {};
        else if (parameter.type() == Type::integer)
            text = std::to_string(parameter.integer());
        else if (parameter.type() == Type::real)
            text = shortest(parameter.real());
        else
            text = parameter.text();
        m_lengths.push_back(static_cast<int>(text.size()));
        m_texts.push_back(std::move(text));
        m_formats.push_back(parameter.type() == Type::bytes ? 1 : 0);
        m_types.push_back(static_cast<Oid>(number(parameter.type())));
    }

    static std::string shortest(double value)
    {
        char buffer[64];
        const auto end = std::to_chars(buffer, buffer + sizeof buffer, value);
        return {buffer, end.ptr};
    }

    /// Each parameter names its type: `$1 IS NULL OR name = $1` has none to be guessed from.
    static TypeNumber number(Type type)
    {
        switch (type) {
            case Type::integer:
                return TypeNumber::int8;
            case Type::real:
                return TypeNumber::float8;
            case Type::text:
                return TypeNumber::text;
            case Type::bytes:
                return TypeNumber::bytea;
            case Type::none:
                break;
        }
        return TypeNumber::unspecified;
    }

    std::vector<std::string> m_texts;
    std::vector<const char*> m_values;
    std::vector<int> m_lengths;
    std::vector<int> m_formats;
    std::vector<Oid> m_types;
};

tl::unexpected<Error> error(std::string_view state, std::string detail)
{
    Error error{Failure::internal, "base.internal", {}, {}, std::move(detail)};
    const std::string_view group = state.substr(0, 2);
    if (state == "23505") {
        error.kind = Failure::conflict;
        error.key = "base.already_exists";
    } else if (state == "23503") {
        error.kind = Failure::conflict;
        error.key = "base.still_used";
    } else if (group == "40" || state == "55P03" || state == "57014" || state == "53300") {
        error.kind = Failure::unavailable;
        error.key = "base.busy";
    } else if (state == "53100") {
        error.kind = Failure::unavailable;
        error.key = "base.disk_full";
    } else if (state == "58030") {
        error.kind = Failure::unavailable;
        error.key = "base.disk_fails";
    } else if (state.empty() || group == "08" || group == "57") {
        error.kind = Failure::unavailable;
        error.key = "base.database_away";
    }
    return tl::unexpected<Error>(std::move(error));
}

bool has_zero_byte(std::span<const Parameter> bound)
{
    for (const Parameter& parameter : bound) {
        if (parameter.type() == Type::text && parameter.text().find('\0') != std::string_view::npos)
            return true;
    }
    return false;
}

/// Hands the rows to the visitor; false when it wants no more.
bool visit_rows(const PGresult* result, Transaction::Visitor visitor, void* context)
{
    ResultCells cells(result);
    const Row row(cells);
    const int count = PQntuples(result);
    for (int i = 0; i < count; ++i) {
        cells.move_to(i);
        if (!visitor(context, row)) return false;
    }
    return true;
}

std::int64_t changed_rows(PGresult* result)
{
    const std::string_view command = PQcmdStatus(result);
    if (command.starts_with("SELECT")) return 0;
    const std::string_view text = PQcmdTuples(result);
    std::int64_t count = 0;
    std::from_chars(text.data(), text.data() + text.size(), count);
    return count;
}

}  // namespace

void CloseConnection::operator()(pg_conn* handle) const { PQfinish(handle); }
void ClearResult::operator()(pg_result* result) const { PQclear(result); }

Result<std::unique_ptr<Connection>> Connection::open(const Options& options)
{
    // What stands after dbname overrides what the address says; a fallback stands before it.
    const char* const keywords[] = {"connect_timeout", "dbname", "client_encoding",
                                    "fallback_application_name", nullptr};
    const char* const values[] = {"10", options.url.c_str(), "UTF8", "caicach", nullptr};
    auto connection = std::make_unique<Connection>();
    connection->m_handle.reset(PQconnectdbParams(keywords, values, 1));
    PGconn* handle = connection->m_handle.get();
    if (PQstatus(handle) != CONNECTION_OK) return error("", PQerrorMessage(handle));
    PQsetNoticeProcessor(handle, [](void*, const char*) {}, nullptr);
    const std::unique_ptr<char, void (*)(char*)> schema(
        PQescapeIdentifier(handle, options.schema.c_str(), options.schema.size()),
        [](char* text) { PQfreemem(text); });
    VERIFY(schema);
    if (options.schema != "public")
        TRY(connection->script(fmt::format("CREATE SCHEMA IF NOT EXISTS {}", schema.get())));
    TRY(
        connection->script(fmt::format("SET search_path = {}, public; SET timezone = 'UTC';"
                                       "SET lock_timeout = {}; SET client_min_messages = error",
                                       schema.get(), options.wait_milliseconds)));
    return connection;
}

Result<std::int64_t> Connection::run(std::string_view sql, std::span<const Parameter> bound,
                                     Transaction::Visitor visitor, void* context)
{
    if (has_zero_byte(bound))
        return internal_failure(fmt::format("a text parameter has a zero byte: {}", sql));
    const std::string name = TRY(prepare(sql, bound));
    const Bound values(bound);
    const ResultHandle result =
        TRY(checked(PQexecPrepared(m_handle.get(), name.c_str(), values.count(), values.values(),
                                   values.lengths(), values.formats(), 0),
                    sql));
    if (visitor != nullptr) visit_rows(result.get(), visitor, context);
    return changed_rows(result.get());
}

Result<std::string> Connection::prepare(std::string_view sql, std::span<const Parameter> bound)
{
    // The same text with another type of parameter is another statement to PostgreSQL.
    std::string key;
    key.reserve(sql.size() + bound.size() + 1);
    for (const Parameter& parameter : bound)
        key += static_cast<char>('0' + static_cast<int>(parameter.type()));
    key += ' ';
    key += sql;
    const auto found = m_statements.find(key);
    if (found != m_statements.end()) return found->second;
    if (m_statements.size() >= statements_max) {
        TRY(script("DEALLOCATE ALL"));
        m_statements.clear();
    }
    std::string name = fmt::format("s{}", ++m_statement_count);
    const Bound values(bound);
    TRY(checked(PQprepare(m_handle.get(), name.c_str(), std::string(sql).c_str(), values.count(),
                          values.types()),
                sql));
    m_statements.emplace(std::move(key), name);
    return name;
}

Result<void> Connection::stream(std::string_view sql, std::span<const Parameter> bound,
                                Transaction::Visitor visitor, void* context)
{
    if (has_zero_byte(bound))
        return internal_failure(fmt::format("a text parameter has a zero byte: {}", sql));
    const std::string cursor = fmt::format("c{}", ++m_cursor_count);
    const std::string declaration = fmt::format("DECLARE {} NO SCROLL CURSOR FOR {}", cursor, sql);
    const Bound values(bound);
    TRY(checked(PQexecParams(m_handle.get(), declaration.c_str(), values.count(), values.types(),
                             values.values(), values.lengths(), values.formats(), 0),
                sql));
    const std::string fetch = fmt::format("FETCH FORWARD {} FROM {}", rows_fetched_at_once, cursor);
    bool wants_more = true;
    while (wants_more) {
        const ResultHandle rows = TRY(checked(PQexec(m_handle.get(), fetch.c_str()), sql));
        wants_more = visit_rows(rows.get(), visitor, context) &&
                     PQntuples(rows.get()) == rows_fetched_at_once;
    }
    return script("CLOSE " + cursor);
}

Result<void> Connection::script(std::string_view statements)
{
    const std::string text(statements);
    TRY(checked(PQexec(m_handle.get(), text.c_str()), statements));
    return {};
}

Result<void> Connection::commit()
{
    auto result = checked(PQexec(m_handle.get(), "COMMIT"), "COMMIT");
    if (!result) {
        // It may have been written before the answer was lost: nobody here can know.
        if (!is_alive()) result.error().key = "base.commit_unknown";
        return tl::unexpected<Error>(std::move(result).error());
    }
    // What PostgreSQL answers when a statement before had failed.
    if (std::string_view(PQcmdStatus(result->get())) != "COMMIT")
        return internal_failure("COMMIT became ROLLBACK");
    return {};
}

std::vector<std::string> Connection::environment() const
{
    const std::unique_ptr<PQconninfoOption, void (*)(PQconninfoOption*)> options(
        PQconninfo(m_handle.get()), PQconninfoFree);
    VERIFY(options);
    std::vector<std::string> variables;
    for (const auto* option = options.get(); option->keyword != nullptr; ++option) {
        if (option->envvar == nullptr || option->val == nullptr || *option->val == '\0') continue;
        variables.push_back(fmt::format("{}={}", option->envvar, option->val));
    }
    return variables;
}

std::string Connection::database_name() const { return PQdb(m_handle.get()); }

bool Connection::is_alive() const { return PQstatus(m_handle.get()) == CONNECTION_OK; }

bool Connection::is_in_transaction() const
{
    return PQtransactionStatus(m_handle.get()) != PQTRANS_IDLE;
}

Result<ResultHandle> Connection::checked(pg_result* result, std::string_view sql) const
{
    ResultHandle handle(result);
    switch (PQresultStatus(result)) {
        case PGRES_COMMAND_OK:
        case PGRES_TUPLES_OK:
        case PGRES_EMPTY_QUERY:
            return handle;
        default:
            break;
    }
    const char* state = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    return error(state == nullptr ? "" : state,
                 fmt::format("{}: {}", PQerrorMessage(m_handle.get()), sql));
}

}  // namespace caicach::database::postgres
