#include "database/sqlite/connection.hpp"

#include <fmt/format.h>
#include <sqlite3.h>

#include <charconv>
#include <climits>
#include <utility>

namespace caicach::database::sqlite
{

namespace
{

constexpr std::size_t statements_max = 500;

class StatementCells final : public Cells
{
public:
    explicit StatementCells(sqlite3_stmt* statement) : m_statement(statement) {}
    [[nodiscard]] int count() const override { return sqlite3_column_count(m_statement); }
    [[nodiscard]] std::string_view name(int column) const override
    {
        return sqlite3_column_name(m_statement, column);
    }
    [[nodiscard]] Type type(int column) const override
    {
        switch (sqlite3_column_type(m_statement, column)) {
            case SQLITE_INTEGER:
                return Type::integer;
            case SQLITE_FLOAT:
                return Type::real;
            case SQLITE_TEXT:
                return Type::text;
            case SQLITE_BLOB:
                return Type::bytes;
            default:
                return Type::none;
        }
    }
    [[nodiscard]] std::optional<std::int64_t> integer(int column) const override
    {
        if (sqlite3_column_type(m_statement, column) != SQLITE_INTEGER) return std::nullopt;
        return sqlite3_column_int64(m_statement, column);
    }
    [[nodiscard]] std::optional<double> real(int column) const override
    {
        const int type = sqlite3_column_type(m_statement, column);
        if (type != SQLITE_FLOAT && type != SQLITE_INTEGER) return std::nullopt;
        return sqlite3_column_double(m_statement, column);
    }
    [[nodiscard]] std::string_view text(int column) const override { return bytes_at(column); }
    [[nodiscard]] std::string bytes(int column) const override
    {
        return std::string(bytes_at(column));
    }

private:
    [[nodiscard]] std::string_view bytes_at(int column) const
    {
        const auto* data = static_cast<const char*>(sqlite3_column_blob(m_statement, column));
        const int size = sqlite3_column_bytes(m_statement, column);
        return data == nullptr ? std::string_view{}
                               : std::string_view(data, static_cast<std::size_t>(size));
    }

    sqlite3_stmt* m_statement;
};

/// Where `$1`, `$2` … stand: asked once, as SQLite looks for a name from the beginning each time.
/// Empty where there are others.
std::vector<int> places_of(sqlite3_stmt* statement)
{
    const int count = sqlite3_bind_parameter_count(statement);
    std::vector<int> places(static_cast<std::size_t>(count));
    for (int index = 1; index <= count; ++index) {
        const char* name = sqlite3_bind_parameter_name(statement, index);
        const std::string_view digits = name == nullptr ? "" : name + 1;
        std::size_t number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (number == 0 || number > places.size()) return {};
        places[number - 1] = index;
    }
    return places;
}

int bind(sqlite3_stmt* statement, int index, const Parameter& parameter)
{
    if (parameter.is_null()) return sqlite3_bind_null(statement, index);
    const std::string_view text = parameter.text();
    // PostgreSQL has no such text, so we have none either.
    if (parameter.type() == Type::text && text.find('\0') != std::string_view::npos)
        return SQLITE_MISMATCH;
    switch (parameter.type()) {
        case Type::integer:
            return sqlite3_bind_int64(statement, index, parameter.integer());
        case Type::real:
            return sqlite3_bind_double(statement, index, parameter.real());
        case Type::text:
            // Not copied: the parameters outlive the statement's run.
            return sqlite3_bind_text64(statement, index, text.empty() ? "" : text.data(),
                                       text.size(), SQLITE_STATIC, SQLITE_UTF8);
        case Type::bytes:
            return sqlite3_bind_blob64(statement, index, text.empty() ? "" : text.data(),
                                       text.size(), SQLITE_STATIC);
        case Type::none:
            break;
    }
    return SQLITE_MISUSE;
}

/// Whether only blanks, comments and semicolons are left.
bool is_over(std::string_view sql)
{
    while (!sql.empty()) {
        if (sql.starts_with("--"))
            sql.remove_prefix(std::min(sql.find('\n'), sql.size()));
        else if (std::string_view(" \t\r\n;").find(sql.front()) != std::string_view::npos)
            sql.remove_prefix(1);
        else
            return false;
    }
    return true;
}

/// The address under which SQLite takes a file for unchangeable: it makes neither log nor lock.
std::string unchangeable(std::string_view path)
{
    std::string address = "file:";
    for (const char letter : path) {
        if (letter == '%' || letter == '?' || letter == '#')
            address += fmt::format("%{:02x}", static_cast<unsigned>(letter));
        else
            address += letter;
    }
    return address + "?immutable=1";
}

/// Nobody asks how much memory SQLite holds, and counting it makes all threads wait for one lock.
/// Only before the first connection.
void count_no_memory()
{
    static const int configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(configured);
}

class StatementReset
{
public:
    explicit StatementReset(sqlite3_stmt* statement) : m_statement(statement) {}
    StatementReset(const StatementReset&) = delete;
    StatementReset& operator=(const StatementReset&) = delete;
    ~StatementReset()
    {
        sqlite3_reset(m_statement);
        sqlite3_clear_bindings(m_statement);
    }

private:
    sqlite3_stmt* m_statement;
};

}  // namespace

void CloseDatabase::operator()(sqlite3* handle) const { sqlite3_close(handle); }
void FinalizeStatement::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, Access access,
                                                     int wait_milliseconds)
{
    count_no_memory();
    sqlite3* handle = nullptr;
    const bool is_copy = access == Access::copy;
    const int how = is_copy ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI : SQLITE_OPEN_READWRITE;
    const int opened = sqlite3_open_v2(is_copy ? unchangeable(path).c_str() : path.c_str(), &handle,
                                       how | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    auto connection = std::make_unique<Connection>();
    connection->m_handle.reset(handle);
    if (opened != SQLITE_OK)
        return internal_failure(fmt::format("{}: {}", path, sqlite3_errstr(opened)));
    sqlite3_busy_timeout(handle, wait_milliseconds);
    // "text" in double quotes is a column, never a string by mistake; the schema may call only
    // harmless functions; nobody writes into the tables behind an index.
    for (const int off :
         {SQLITE_DBCONFIG_DQS_DML, SQLITE_DBCONFIG_DQS_DDL, SQLITE_DBCONFIG_TRUSTED_SCHEMA})
        sqlite3_db_config(handle, off, 0, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    TRY(register_vietnamese(handle));
    if (!is_copy) TRY(connection->script("PRAGMA journal_mode = WAL"));
    TRY(
        connection->script("PRAGMA synchronous = FULL;"
                           "PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"
                           "PRAGMA mmap_size = 67108864; PRAGMA journal_size_limit = 67108864;"
                           "PRAGMA cell_size_check = ON;"
                           // As on PostgreSQL; names are compared through fold().
                           "PRAGMA case_sensitive_like = ON;"));
    // Pages come from the memory map; our own cache is what counts as idle memory.
    TRY(connection->script(access == Access::write
                               ? "PRAGMA cache_size = -4000"
                               : "PRAGMA cache_size = -1000; PRAGMA query_only = ON"));
    return connection;
}

Result<std::int64_t> Connection::run(std::string_view sql, std::span<const Parameter> bound,
                                     Transaction::Visitor visitor, void* context)
{
    auto found = m_statements.find(sql);
    if (found == m_statements.end()) {
        Prepared prepared = TRY(prepare(sql));
        if (m_statements.size() >= statements_max)
            std::erase_if(m_statements, [](const auto& entry) { return !entry.second.is_busy; });
        found = m_statements.emplace(std::string(sql), Cached{std::move(prepared)}).first;
    }
    // A statement may run again while its own rows are being read: then on a second copy.
    Cached& cached = found->second;
    if (cached.is_busy) {
        const Prepared copy = TRY(prepare(sql));
        return step_through(copy, sql, bound, visitor, context);
    }
    cached.is_busy = true;
    auto result = step_through(cached.prepared, sql, bound, visitor, context);
    cached.is_busy = false;
    return result;
}

Result<void> Connection::execute(std::string_view sql)
{
    TRY(run(sql, {}, nullptr, nullptr));
    return {};
}

Result<Connection::Prepared> Connection::prepare(std::string_view sql)
{
    VERIFY(sql.size() < INT_MAX);
    sqlite3_stmt* statement = nullptr;
    const char* tail = nullptr;
    if (sqlite3_prepare_v3(m_handle.get(), sql.data(), static_cast<int>(sql.size()),
                           SQLITE_PREPARE_PERSISTENT, &statement, &tail) != SQLITE_OK)
        return error(sql);
    StatementHandle handle(statement);
    const auto used = static_cast<std::size_t>(tail - sql.data());
    if (statement == nullptr || !is_over(sql.substr(used)))
        return internal_failure(fmt::format("not one statement: {}", sql));
    auto places = places_of(statement);
    return Prepared{std::move(handle), std::move(places)};
}

Result<std::int64_t> Connection::step_through(const Prepared& prepared, std::string_view sql,
                                              std::span<const Parameter> bound,
                                              Transaction::Visitor visitor, void* context)
{
    sqlite3_stmt* statement = prepared.statement.get();
    const StatementReset reset(statement);
    if (prepared.places.size() != bound.size())
        return internal_failure(fmt::format("{} parameters given: {}", bound.size(), sql));
    for (std::size_t i = 0; i < bound.size(); ++i) {
        if (bind(statement, prepared.places[i], bound[i]) != SQLITE_OK)
            return internal_failure(fmt::format("cannot bind ${}: {}", i + 1, sql));
    }
    const StatementCells cells(statement);
    const Row row(cells);
    for (;;) {
        const int stepped = sqlite3_step(statement);
        if (stepped == SQLITE_DONE) break;
        if (stepped != SQLITE_ROW) return error(sql);
        if (visitor != nullptr && !visitor(context, row)) break;
    }
    return sqlite3_stmt_readonly(statement) != 0 ? 0 : sqlite3_changes64(m_handle.get());
}

Result<void> Connection::script(std::string_view statements)
{
    while (!is_over(statements)) {
        sqlite3_stmt* raw = nullptr;
        const char* tail = nullptr;
        if (sqlite3_prepare_v2(m_handle.get(), statements.data(),
                               static_cast<int>(statements.size()), &raw, &tail) != SQLITE_OK)
            return error(statements);
        const StatementHandle statement(raw);
        int stepped = SQLITE_ROW;
        while (raw != nullptr && stepped == SQLITE_ROW) stepped = sqlite3_step(raw);
        if (raw != nullptr && stepped != SQLITE_DONE) return error(sqlite3_sql(raw));
        statements.remove_prefix(static_cast<std::size_t>(tail - statements.data()));
    }
    return {};
}

bool Connection::is_autocommit() const { return sqlite3_get_autocommit(m_handle.get()) != 0; }

tl::unexpected<Error> Connection::error(std::string_view sql) const
{
    const int code = sqlite3_extended_errcode(m_handle.get());
    Error error;
    error.key = "base.internal";
    error.detail = fmt::format("{} ({}): {}", sqlite3_errmsg(m_handle.get()), code, sql);
    if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY ||
        code == SQLITE_CONSTRAINT_ROWID) {
        error.kind = Failure::conflict;
        error.key = "base.already_exists";
    } else if (code == SQLITE_CONSTRAINT_FOREIGNKEY) {
        error.kind = Failure::conflict;
        error.key = "base.still_used";
    } else if ((code & 0xFF) == SQLITE_BUSY || (code & 0xFF) == SQLITE_LOCKED) {
        error.kind = Failure::unavailable;
        error.key = "base.busy";
    } else if (code == SQLITE_FULL) {
        error.kind = Failure::unavailable;
        error.key = "base.disk_full";
    } else if ((code & 0xFF) == SQLITE_IOERR) {
        error.kind = Failure::unavailable;
        error.key = "base.disk_fails";
    } else if (code == SQLITE_NOTADB || (code & 0xFF) == SQLITE_CORRUPT) {
        error.kind = Failure::unavailable;
        error.key = "base.database_damaged";
        error.arguments = {sqlite3_db_filename(m_handle.get(), "main")};
    }
    return tl::unexpected<Error>(std::move(error));
}

}  // namespace caicach::database::sqlite
