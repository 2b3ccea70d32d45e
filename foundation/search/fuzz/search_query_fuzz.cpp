// Whatever people type becomes a query of bounded size, which both databases can read: quotation
// marks come in pairs and nothing but our own operators stands outside of them.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "search/dialect.hpp"
#include "search/query.hpp"

namespace
{

void verify_only_ours_outside(std::string_view text, char mark, std::string_view allowed)
{
    bool is_quoted = false;
    for (const char c : text) {
        if (c == mark)
            is_quoted = !is_quoted;
        else
            VERIFY(is_quoted || allowed.find(c) != std::string_view::npos);
    }
    VERIFY(!is_quoted);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace caicach::search;
    static const std::vector<SynonymGroup> synonyms{{"mức độ 3, 4", "toàn trình"}, {"", "cchc"}};
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Query query = parse_query(text, synonyms);
    VERIFY(query.all_of.size() <= query_words_max);
    for (const auto& any_of : query.all_of) {
        VERIFY(!any_of.empty());
        for (const Phrase& phrase : any_of) VERIFY(!phrase.words.empty());
    }
    verify_only_ours_outside(fts5_query(query), '"', " *()ANDOR");
    verify_only_ours_outside(postgres_query(query), '\'', " *:()<->&|");
    static_cast<void>(postgres_words(text, text));
    return 0;
}
