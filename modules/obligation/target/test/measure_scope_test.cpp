#include "obligation/target/measure_scope.hpp"

#include <doctest/doctest.h>

#include <vector>

#include "obligation/target/target.hpp"

namespace caicach::obligation
{
namespace
{

bool each(std::string_view words, double value, std::string unit = "%")
{
    return asks_each(words, {.op = ">=", .value = value, .unit = std::move(unit)});
}

}  // namespace

TEST_CASE("a number that the plan asks of every agency is known by its words")
{
    CHECK(each("Mỗi xã có ít nhất 01 mô hình cải cách", 1, "mô hình"));
    CHECK(each("Mỗi xã, phường, đặc khu có ít nhất 01 mô hình", 1, "mô hình"));
    CHECK(each("Năm 2026, từng cơ quan, đơn vị giảm tối thiểu 10% chi phí", 10));
    CHECK(each("Tỷ lệ hồ sơ trực tuyến của mỗi cơ quan đạt từ 90% trở lên", 90));
    CHECK(each("Tỷ lệ hồ sơ trực tuyến của từng sở đạt 2,5%", 2.5));
    CHECK(each("Ít nhất 01 mô hình ở mỗi xã", 1, "mô hình"));
    CHECK(each("Tối thiểu 02 tin, bài/mỗi đơn vị.", 2, "tin, bài") == false);
    CHECK(each("Tối thiểu 02 bài/mỗi đơn vị.", 2, "bài"));
    CHECK(each("Tối thiểu 80% hồ sơ của mỗi cơ quan được nộp trực tuyến", 80));
    CHECK(each("MỖI UBND xã có ít nhất một mô hình", 1, "mô hình"));
}

TEST_CASE("what is asked of all together, or of nobody for sure, is added up")
{
    CHECK(!each("Tối thiểu 85% hồ sơ được nộp trực tuyến", 85));
    CHECK(!each("Mỗi tháng có ít nhất 02 tin", 2, "tin"));
    CHECK(!each("Mỗi năm giảm 10% chi phí của các cơ quan", 10));
    CHECK(!each("Từng bước số hóa 100% kết quả", 100));
    CHECK(!each("Mỗi thủ tục giảm ít nhất 20% thời gian", 20));
    CHECK(!each("Phù hợp với từng đơn vị, đạt 90%", 90));
    CHECK(!each("Phổ biến đến từng xã, đạt 90% người dân", 90));
    CHECK(!each("Công khai 100% kết quả xếp hạng của từng cơ quan", 100));
    CHECK(!each("Mới có 3 xã; đạt 90%", 90));
    CHECK(!each("Rà soát từng đơn vị. Đạt 90% hồ sơ", 90));
    CHECK(!each("", 90));
}

TEST_CASE("of several numbers each is told by the words around it")
{
    constexpr auto both = "100% cơ quan có trang thông tin, mỗi cơ quan đạt từ 90% tin đúng hạn";
    CHECK(!each(both, 100));
    CHECK(each(both, 90));
    constexpr auto later = "Mỗi xã có 01 mô hình; cả tỉnh có 30 hội thi";
    CHECK(each(later, 1, "mô hình"));
    CHECK(!each(later, 30, "hội thi"));
}

TEST_CASE("what a coordinator stated of whom a number is asked stands above the plan's words")
{
    plan::Item item;
    item.lineage = plan::ItemId{7};
    item.type = plan::ItemType::target;
    item.title = "Mỗi xã có ít nhất 01 mô hình";
    item.metrics = {{.op = ">=", .value = 1, .unit = "mô hình"}};
    auto measure = targets_in({item}, {}).front().measures.front();
    CHECK(measure.is_each);
    MeasureRule rule{.lineage = item.lineage, .measure = measure.key};
    rule.scope = MeasureScope::together;
    CHECK(!targets_in({item}, {rule}).front().measures.front().is_each);
    item.title = "Ít nhất 01 mô hình";
    CHECK(!targets_in({item}, {}).front().measures.front().is_each);
    rule.scope = MeasureScope::each;
    CHECK(targets_in({item}, {rule}).front().measures.front().is_each);
}

TEST_CASE("the names of scopes are read back, others are not")
{
    for (const auto scope : {MeasureScope::as_written, MeasureScope::each, MeasureScope::together})
        CHECK(measure_scope_from(name_of(scope)) == scope);
    CHECK(!measure_scope_from("moi-xa"));
}

}  // namespace caicach::obligation
