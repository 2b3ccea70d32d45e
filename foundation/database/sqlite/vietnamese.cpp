#include <sqlite3.h>

#include <string>
#include <string_view>

#include "database/sqlite/connection.hpp"
#include "text/collate.hpp"
#include "text/text.hpp"

namespace caicach::database::sqlite
{

namespace
{

// SQLite is C and knows no exceptions; running out of memory inside one of these ends the process
// (noexcept), which is better than an index in a wrong order.

int collate_vi(void*, int a_size, const void* a, int b_size, const void* b) noexcept
{
    return text::collate({static_cast<const char*>(a), static_cast<std::size_t>(a_size)},
                         {static_cast<const char*>(b), static_cast<std::size_t>(b_size)});
}

void fold(sqlite3_context* context, int, sqlite3_value** arguments) noexcept
{
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) return;
    const auto* data = static_cast<const char*>(sqlite3_value_blob(arguments[0]));
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(arguments[0]));
    const std::string folded = text::fold(data == nullptr ? "" : std::string_view(data, size));
    sqlite3_result_text64(context, folded.data(), folded.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

}  // namespace

Result<void> register_vietnamese(sqlite3* handle)
{
    const bool is_registered =
        sqlite3_create_collation_v2(handle, "vi", SQLITE_UTF8, nullptr, collate_vi, nullptr) ==
            SQLITE_OK &&
        sqlite3_create_function_v2(handle, "fold", 1,
                                   SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, nullptr,
                                   fold, nullptr, nullptr, nullptr) == SQLITE_OK &&
        register_tokenizer(handle);
    if (!is_registered) return internal_failure("this SQLite lacks FTS5");
    return {};
}

}  // namespace caicach::database::sqlite
