#include "plan/item_search.hpp"

#include "plan/test/both_databases.hpp"

namespace caicach::plan
{
namespace
{

/// The titles that are found, in their order.
std::vector<std::string> found(Context& context, std::string_view typed, int limit = 10)
{
    auto transaction = MUST(context.read());
    auto items = ItemStore{transaction};
    std::vector<std::string> titles;
    for (const auto id : MUST(search_items(transaction, typed, limit))) {
        titles.push_back(MUST(items.find(id)).title);
    }
    return titles;
}

using Titles = std::vector<std::string>;

}  // namespace

TEST_CASE("words side by side come before the same words scattered, each item once")
{
    on_both([](Room&, Context& context) {
        const std::string scattered =
            "Bàn giao tin nhắn, bạn đọc tin cậy, ban ngày tin tức, bản đồ tin";
        const std::string beside =
            "Phát hành chuyên san và bản tin nội bộ của các cơ quan trong tỉnh";
        testing::plan_in_force(context,
                               {.items = {testing::activity_of(context, beside, "SNV"),
                                          testing::activity_of(context, scattered, "SNV")}});
        CHECK(found(context, "ban tin") == Titles{beside, scattered});
        CHECK(found(context, "tin ban") == Titles{scattered, beside});
        CHECK(found(context, "ban tin", 1) == Titles{beside});
        CHECK(found(context, "\"ban tin\"") == Titles{beside});
        CHECK(found(context, "bản tin noi bo") == Titles{beside});
        CHECK(found(context, "bán tin").empty());
    });
}

TEST_CASE("old and new words, and short forms, find each other")
{
    on_both([](Room&, Context& context) {
        const std::string old = "Cung cấp dịch vụ công trực tuyến mức độ 4";
        const std::string today = "Cung cấp dịch vụ công trực tuyến toàn trình";
        const std::string other = "Công khai thủ tục hành chính";
        testing::plan_in_force(context, {.items = {testing::activity_of(context, old, "SNV"),
                                                   testing::activity_of(context, today, "SNV"),
                                                   testing::activity_of(context, other, "SNV")}});
        CHECK(found(context, "toan trinh").size() == 2);
        CHECK(found(context, "muc do 4").size() == 2);
        CHECK(found(context, "tthc") == Titles{other});
    });
}

}  // namespace caicach::plan
