#include "search/search.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>

#include "search/dialect.hpp"
#include "testing/databases.hpp"
#include "text/text.hpp"

namespace caicach::search
{

namespace
{

constexpr std::array migrations{
    database::Migration{"test", "0001_search", "{SEARCH_INDEX plan_search};"}};

struct Document {
    std::int64_t id;
    std::string_view title;
    std::string_view body;
};

constexpr std::array<Document, 9> corpus{{
    {1, "Đắk Nông đổi mới", "Đổi thoại trực tuyến với người dân"},
    {2, "Dak Nong khong dau", ""},
    {3, "Đường quốc lộ", "sửa chữa mặt đường trong quý III"},
    {4, "Dương lịch", "ngày nghỉ theo dương lịch"},
    {5, "Tuyên truyền CCHC", "tin, bài trên cổng thông tin điện tử"},
    {6, "Nghị định 61/2018/NĐ-CP", "cơ chế một cửa, một cửa liên thông"},
    {7, "Dịch vụ công trực tuyến toàn trình", "hồ sơ nộp qua mạng"},
    {8, "Dịch vụ công mức độ 3, 4", "tên gọi cũ"},
    {9, "Thông tin 2018", "61 tin; định hướng 2018, và AND OR NOT near"},
}};

std::vector<std::int64_t> found(database::Database& database, const Query& query)
{
    database::Transaction transaction = MUST(database.read());
    std::vector<std::int64_t> ids;
    for (const Hit& hit : MUST(find(transaction, "plan_search", query, 100))) ids.push_back(hit.id);
    CHECK(MUST(count(transaction, "plan_search", query)) == static_cast<std::int64_t>(ids.size()));
    std::sort(ids.begin(), ids.end());
    return ids;
}

void each_corpus(const std::function<void(database::Database&)>& test)
{
    testing::each_database(migrations, [&](database::Database& database) {
        database::Transaction transaction = MUST(database.write());
        for (const Document& document : corpus)
            MUST(put(transaction, "plan_search", document.id, document.title, document.body));
        MUST(transaction.commit());
        test(database);
    });
}

using Ids = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("both databases find the same: each spelling by the bare word, one by the marked word")
{
    const std::vector<std::pair<std::string_view, Ids>> expected{
        {"dak", {1, 2}},
        {"đắk", {1}},
        {"Đắk", {1}},
        {"ĐẮK", {1}},
        {"dắk", {}},
        {"duong", {3, 4}},
        {"đường", {3}},
        {"dương", {4}},
        {"tuyen truyen", {5}},
        {"tuyên", {5}},
        {"TUYÊN", {5}},
        {"truyen tuyen", {5}},
        {"\"truyen tuyen\"", {}},
        {"\"tuyen truyen\"", {5}},
        {"“tuyen truyen”", {5}},
        {"doi*", {1}},
        {"tr*", {1, 3, 5, 7}},
        {"\"dak nong\"", {1, 2}},
        {"\"dak no\"*", {1, 2}},
        {"\"dak no*\"", {1, 2}},
        {"\"dak no\"", {}},
        {"cchc", {5}},
        {"61/2018/NĐ-CP", {6}},
        {"61 2018", {6, 9}},
        {"nd-cp", {6}},
        {"\"một cửa liên thông\"", {6}},
        {"CP cơ", {6}},
        {"\"CP cơ\"", {}},  // from the title into the body
        {"and or not", {9}},
        {"duong NOT quoc", {}},
        {"trực tuyến", {1, 7}},
        {"không có đâu", {}},
    };
    each_corpus([&](database::Database& database) {
        for (const auto& [query, ids] : expected) {
            CAPTURE(query);
            CHECK(found(database, parse_query(query)) == ids);
        }
    });
}

TEST_CASE("operators and quotation marks of either database are only gaps between words")
{
    each_corpus([](database::Database& database) {
        for (const std::string_view hostile :
             {"\"",    "\"\"",        "'",      "''; DROP TABLE plan_search; --",
              "*",     "(",           ")",      "title:",
              "^",     "-",           "!",      "&",
              "|",     "<->",         ":*",     "\\",
              "\\'",   "{title} : x", "NEAR(",  "+",
              "\"a",   "a\"\"b",      "“",      "\xff\xfe",
              "\"*\"", "* *",         "cong'*", "\"cong\"**"}) {
            CAPTURE(hostile);
            static_cast<void>(found(database, parse_query(hostile)));
        }
        CHECK(found(database, parse_query("quoc & (lo | ! \\ ' <-> :*")) == Ids{3});
        CHECK(found(database, parse_query("")).empty());
        CHECK(found(database, parse_query(" *()\"\" ")).empty());
    });
}

TEST_CASE("a known term finds its other names too, typed with or without diacritics")
{
    const std::array<SynonymGroup, 2> synonyms{
        {{"mức độ 3, 4", "toàn trình"}, {"CCHC", "cải cách hành chính"}}};
    each_corpus([&](database::Database& database) {
        for (const std::string_view typed :
             {"toàn trình", "toan trinh", "mức độ 3, 4", "muc do 3 4", "\"mức độ 3,4\"",
              "dịch vụ công toàn trình", "dich vu cong muc do 3, 4"}) {
            CAPTURE(typed);
            CHECK(found(database, parse_query(typed, synonyms)) == Ids{7, 8});
        }
        CHECK(found(database, parse_query("cai cach hanh chinh", synonyms)) == Ids{5});
        CHECK(found(database, parse_query("mức độ 3", synonyms)) == Ids{8});
        CHECK(found(database, parse_query("toàn trình mạng", synonyms)) == Ids{7});
        CHECK(found(database, parse_query("toàn", synonyms)) == Ids{7});
    });
}

TEST_CASE("what is put again is found by its new text only, and what is removed not at all")
{
    each_corpus([](database::Database& database) {
        database::Transaction transaction = MUST(database.write());
        MUST(put(transaction, "plan_search", 3, "Cầu vượt", ""));
        MUST(remove(transaction, "plan_search", 4));
        MUST(remove(transaction, "plan_search", 404));
        CHECK(MUST(finds(transaction, "plan_search", parse_query("cau vuot"), 3)));
        CHECK(!MUST(finds(transaction, "plan_search", parse_query("cau vuot"), 4)));
        CHECK(!MUST(finds(transaction, "plan_search", parse_query("duong"), 3)));
        CHECK(!MUST(finds(transaction, "plan_search", parse_query("-"), 3)));
        MUST(transaction.commit());
        CHECK(found(database, parse_query("duong")).empty());
        CHECK(found(database, parse_query("cau vuot")) == Ids{3});
    });
}

TEST_CASE("the title weighs more than the body, and hits come page by page")
{
    each_corpus([](database::Database& database) {
        database::Transaction transaction = MUST(database.write());
        MUST(put(transaction, "plan_search", 20, "Chuyện khác", "phòng cháy ở một nơi"));
        MUST(put(transaction, "plan_search", 21, "Phòng cháy ở nơi", "chuyện khác một"));
        const Query query = parse_query("phòng cháy");
        const std::vector<Hit> hits = MUST(find(transaction, "plan_search", query, 10));
        REQUIRE(hits.size() == 2);
        CHECK(hits[0].id == 21);
        CHECK(hits[0].rank > hits[1].rank);
        CHECK(MUST(find(transaction, "plan_search", query, 1, 1)).at(0).id == 20);
        CHECK(MUST(find(transaction, "plan_search", query, 10, 2)).empty());
    });
}

TEST_CASE("the newest hits are answered newest first, wherever the words stand")
{
    each_corpus([](database::Database& database) {
        database::Transaction transaction = MUST(database.write());
        MUST(put(transaction, "plan_search", 20, "Phòng cháy", ""));
        MUST(put(transaction, "plan_search", 21, "", "phòng cháy ở một nơi"));
        MUST(put(transaction, "plan_search", 22, "Chuyện khác", ""));
        const auto newest = [&](std::string_view words, int limit) {
            return MUST(find_newest(transaction, "plan_search", parse_query(words), limit));
        };
        CHECK(newest("phong chay", 10) == Ids{21, 20});
        CHECK(newest("phong chay", 1) == Ids{21});
        CHECK(newest("không có", 10).empty());
        CHECK(newest("", 10).empty());
    });
}

TEST_CASE("the newest hits are found among many that are newer still")
{
    each_corpus([](database::Database& database) {
        constexpr std::int64_t many = 2'100;  // more than PostgreSQL reads before it asks its index
        database::Transaction transaction = MUST(database.write());
        for (std::int64_t id = 100; id < 100 + many; ++id)
            MUST(put(transaction, "plan_search", id, id < 110 ? "đường xưa" : "đường mới", ""));
        const auto newest = [&](std::string_view words, int limit) {
            return MUST(find_newest(transaction, "plan_search", parse_query(words), limit));
        };
        CHECK(newest("xua", 2) == Ids{109, 108});
        CHECK(newest("duong moi", 2) == Ids{99 + many, 98 + many});
        CHECK(newest("duong", 1000).size() == 1000);
    });
}

TEST_CASE("text that was decomposed is found as if composed")
{
    each_corpus([](database::Database& database) {
        database::Transaction transaction = MUST(database.write());
        MUST(put(transaction, "plan_search", 30, "Xa\u0303 Phu\u0301 Lo\u0323\u0302c", ""));
        MUST(transaction.commit());
        CHECK(found(database, parse_query("Phú Lộc")) == Ids{30});
        CHECK(found(database, parse_query("phu loc")) == Ids{30});
        CHECK(found(database, parse_query("Lo\u0323\u0302c")) == Ids{30});
    });
}

TEST_CASE("a text beyond the limits is indexed as far as they go")
{
    each_corpus([](database::Database& database) {
        std::string body;
        for (int i = 0; i < 30'000; ++i) body += "việc" + std::to_string(i) + ' ';
        database::Transaction transaction = MUST(database.write());
        MUST(put(transaction, "plan_search", 40, std::string(500'000, 'a'), body));
        MUST(put(transaction, "plan_search", 41, "", std::string(300'000, '.')));
        MUST(transaction.commit());
        CHECK(found(database, parse_query("viec14000")) == Ids{40});
        CHECK(found(database, parse_query("viec16000")).empty());
    });
}

TEST_CASE("what people type is read as words, phrases and beginnings of words")
{
    const auto words = [](std::string_view text) { return parse_query(text).all_of; };
    CHECK(words("Một hai*") ==
          std::vector<std::vector<Phrase>>{{{{"một"}, false}}, {{{"hai"}, true}}});
    CHECK(words("\"một hai\" ba") ==
          std::vector<std::vector<Phrase>>{{{{"một", "hai"}, false}}, {{{"ba"}, false}}});
    CHECK(words("\"chưa đóng") == std::vector<std::vector<Phrase>>{{{{"chưa", "đóng"}, false}}});
    CHECK(words("a\"b c\"d").size() == 3);
    CHECK(fts5_query(parse_query("một \"hai ba\"*")) == "(\"một\") AND (\"hai ba\" *)");
    CHECK(postgres_query(parse_query("một \"hai ba\"*")) == "('một') & ('hai' <-> 'ba':*)");
}

TEST_CASE("a query is bounded in words and bytes")
{
    std::string many;
    for (int i = 0; i < 100; ++i) many += "w ";
    CHECK(parse_query(many).all_of.size() == query_words_max);
    CHECK(parse_query("\"" + many).all_of.at(0).at(0).words.size() == query_words_max);
    CHECK(parse_query(std::string(100'000, 'x')).all_of.size() == 1);
}

}  // namespace caicach::search
