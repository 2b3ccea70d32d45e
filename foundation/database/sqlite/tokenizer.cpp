// FTS5's tokenizer `vi`. A document's word is indexed as it is and, in the same place, without its
// diacritics; a query's word as typed. So "duong" finds đường and dương, "đường" only đường.
#include <sqlite3.h>

#include <string_view>

#include "database/search_words.hpp"
#include "database/sqlite/connection.hpp"
#include "text/text.hpp"

namespace caicach::database::sqlite
{

namespace
{

using TakeToken = int (*)(void*, int, const char*, int, int, int);

int create(void*, const char**, int, Fts5Tokenizer** tokenizer) noexcept
{
    // It has no state, and FTS5 never looks behind the pointer, which must only not be null.
    static int nothing = 0;
    *tokenizer = reinterpret_cast<Fts5Tokenizer*>(&nothing);
    return SQLITE_OK;
}

void destroy(Fts5Tokenizer*) noexcept {}

int tokenize(Fts5Tokenizer*, void* context, int flags, const char* data, int size,
             TakeToken take) noexcept
{
    const std::string_view all(data, static_cast<std::size_t>(size));
    for (const std::string_view word : text::words(all)) {
        const auto begin = static_cast<int>(word.data() - data);
        const int end = begin + static_cast<int>(word.size());
        const SearchWord token = search_word(word);
        int taken =
            take(context, 0, token.exact.data(), static_cast<int>(token.exact.size()), begin, end);
        if (taken == SQLITE_OK && (flags & FTS5_TOKENIZE_DOCUMENT) != 0 &&
            token.folded != token.exact)
            taken = take(context, FTS5_TOKEN_COLOCATED, token.folded.data(),
                         static_cast<int>(token.folded.size()), begin, end);
        if (taken != SQLITE_OK) return taken;
    }
    return SQLITE_OK;
}

/// FTS5 hands out its functions through a query: that is its documented way.
fts5_api* fts5_functions(sqlite3* handle)
{
    fts5_api* functions = nullptr;
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v2(handle, "SELECT fts5(?1)", -1, &raw, nullptr) != SQLITE_OK)
        return nullptr;
    const StatementHandle statement(raw);
    sqlite3_bind_pointer(raw, 1, static_cast<void*>(&functions), "fts5_api_ptr", nullptr);
    sqlite3_step(raw);
    return functions;
}

}  // namespace

bool register_tokenizer(sqlite3* handle)
{
    fts5_api* functions = fts5_functions(handle);
    if (functions == nullptr) return false;
    fts5_tokenizer tokenizer{create, destroy, tokenize};
    return functions->xCreateTokenizer(functions, "vi", nullptr, &tokenizer, nullptr) == SQLITE_OK;
}

}  // namespace caicach::database::sqlite
