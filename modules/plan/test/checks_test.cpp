#include "plan/checks.hpp"

#include "plan/item_search.hpp"
#include "plan/item_store.hpp"
#include "plan/test/both_databases.hpp"
#include "plan/test/sample_plan.hpp"

namespace caicach::plan
{

TEST_CASE("an item with a long title, marks in it, is found by its own words")
{
    on_both([](Room&, Context& context) {
        auto sketch = sample_sketch(context);
        std::string title = "Mở chuyên mục “Hỏi – đáp \"một cửa\"” (số 19/2020/NĐ-CP)";
        for (int i = 0; i < 40; ++i) title += ", phường Đường Lối thứ " + std::to_string(i);
        sketch.items.front().title = title;
        testing::plan_in_force(context, std::move(sketch));
        CHECK(MUST(check_search(context)).empty());
    });
}

TEST_CASE("an item that the search lost, and an agency that is not there, are named")
{
    on_both([](Room&, Context& context) {
        auto sketch = sample_sketch(context);
        sketch.items[1].lead.push_back({"Sở Không Có", organisation::AgencyId{12345}});
        const auto edition = testing::plan_in_force(context, std::move(sketch));
        {
            auto transaction = MUST(context.begin());
            REQUIRE(remove_from_search(transaction, edition.id));
            REQUIRE(transaction.commit());
        }
        const auto lost = MUST(check_search(context));
        CHECK(lost.size() == 5);
        CHECK(
            lost.at(1).starts_with(edition.slug + ": tìm theo chính lời của mục II.1 không thấy"));
        const auto unknown = MUST(check_agencies(context));
        REQUIRE(unknown.size() == 1);
        CHECK(unknown[0].starts_with(edition.slug + ": mục II.1 giao cho Sở Không Có, nhưng"));
    });
}

}  // namespace caicach::plan
