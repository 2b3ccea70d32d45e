#include <doctest/doctest.h>

#include <vector>

#include "obligation/target/hundredths.hpp"
#include "obligation/target/measure.hpp"
#include "obligation/target/target.hpp"

namespace caicach::obligation
{
namespace
{

Measure share(std::string op, double percent)
{
    return {.key = "M", .metric = {.op = std::move(op), .value = percent, .unit = "%"}};
}

Measure count_of(std::string op, double number)
{
    return {.key = "M", .metric = {.op = std::move(op), .value = number, .unit = "hoạt động"}};
}

Measure cut(double percent)
{
    return {.key = "M",
            .metric = {.op = ">=",
                       .value = percent,
                       .unit = "%",
                       .direction = "decrease",
                       .baseline = "năm 2022"}};
}

constexpr Measure condition() { return {.is_condition = true}; }

Amounts pair(std::int64_t top, std::int64_t bottom)
{
    return {.numerator = top * hundredths, .denominator = bottom * hundredths};
}

Amounts plain(std::int64_t value) { return {.value = value * hundredths}; }

plan::Item target_item(std::int64_t lineage, std::string path, std::string title)
{
    plan::Item item;
    item.lineage = plan::ItemId{lineage};
    item.position = static_cast<double>(lineage);
    item.path = std::move(path);
    item.title = std::move(title);
    item.type = plan::ItemType::target;
    return item;
}

}  // namespace

TEST_CASE("numbers are read as people write them, to the hundredth")
{
    CHECK(hundredths_from("1.234") == 123400);
    CHECK(hundredths_from("86,4") == 8640);
    CHECK(hundredths_from("86,45") == 8645);
    CHECK(hundredths_from("0") == 0);
    CHECK(!hundredths_from("86,456"));
    CHECK(!hundredths_from("-2"));
    CHECK(!hundredths_from("nhiều"));
    CHECK(!hundredths_from("999.999.999.999.999"));
    CHECK(number_text(123400) == "1.234");
    CHECK(number_text(8640) == "86,4");
    CHECK(number_text(8645) == "86,45");
}

TEST_CASE("each operator is told from the others at its very value")
{
    const auto at = [](const char* op, std::int64_t of_hundred) {
        return judge(share(op, 81), pair(of_hundred, 100));
    };
    CHECK(at(">=", 81) == Reached::reached);
    CHECK(at(">", 81) == Reached::not_yet);
    CHECK(at(">", 82) == Reached::reached);
    CHECK(at("=", 81) == Reached::reached);
    CHECK(at("=", 82) == Reached::reached);
    CHECK(at("=", 80) == Reached::not_yet);
    CHECK(at("<=", 81) == Reached::reached);
    CHECK(at("<", 81) == Reached::not_yet);
}

TEST_CASE("a fraction is exact where its percentage is not")
{
    auto third = share(">=", 33.33);
    CHECK(judge(third, pair(1, 3)) == Reached::reached);
    third = share(">=", 66.67);
    CHECK(judge(third, pair(2, 3)) == Reached::reached);
    CHECK(judge(third, pair(199, 300)) == Reached::not_yet);
    auto fifth = share(">=", 20);
    fifth.metric.printed = "1/5";
    CHECK(judge(fifth, pair(1, 5)) == Reached::reached);
    CHECK(judge(fifth, pair(19, 100)) == Reached::not_yet);
}

TEST_CASE("almost is not reached, however large the numbers")
{
    CHECK(judge(share(">=", 90), pair(899'999'999'999, 1'000'000'000'000)) == Reached::not_yet);
    CHECK(judge(share(">=", 90), pair(900'000'000'000, 1'000'000'000'000)) == Reached::reached);
}

TEST_CASE("a change is measured against its baseline, in the direction asked")
{
    CHECK(judge(cut(2.5), pair(975, 1000)) == Reached::reached);
    CHECK(judge(cut(2.5), pair(976, 1000)) == Reached::not_yet);
    CHECK(judge(cut(2.5), pair(1100, 1000)) == Reached::not_yet);
    CHECK(judge(cut(2.5), pair(5, 0)) == Reached::unknown);
    CHECK(amounts_text(cut(2.5), pair(800, 1000)) == "800 (năm 2022: 1.000) = giảm 20%");
    CHECK(result_text(cut(2.5), pair(1100, 1000)) == "tăng 10%");
    const Measure more{
        .key = "M", .metric = {.op = ">=", .value = 1, .unit = "đơn vị", .direction = "increase"}};
    CHECK(judge(more, pair(4, 3)) == Reached::reached);
    CHECK(judge(more, pair(3, 3)) == Reached::not_yet);
    CHECK(result_text(more, pair(5, 3)) == "tăng 2 đơn vị");
}

TEST_CASE("parts are added over wholes, never percentages averaged")
{
    // 90 of 100 and 10 of 900: 10 %, where the mean of the percentages would be 45,6 %.
    const std::vector known{pair(90, 100), pair(10, 900)};
    const auto total = total_of(share(">=", 40), known, 2);
    CHECK(amounts_text(share(">=", 40), total.amounts) == "100 / 1.000 = 10%");
    CHECK(total.reached == Reached::not_yet);
    CHECK(total.stated == 2);
}

TEST_CASE("who stated nothing is missing, not zero, and leaves it untold")
{
    const std::vector known{pair(95, 100)};
    const auto total = total_of(share(">=", 85), known, 3);
    CHECK(total.missing() == 2);
    CHECK(total.reached == Reached::unknown);
    CHECK(result_text(share(">=", 85), total.amounts) == "95%");
    CHECK(total_of(share(">=", 85), {}, 3).reached == Reached::unknown);
}

TEST_CASE("a bare percentage cannot be added up, save where one agency tells the whole")
{
    const std::vector known{pair(90, 100), plain(88)};
    const auto total = total_of(share(">=", 85), known, 2);
    CHECK(total.apart == 1);
    CHECK(total.reached == Reached::unknown);
    CHECK(result_text(share(">=", 85), total.amounts) == "90%");
    const std::vector alone{plain(88)};
    CHECK(total_of(share(">=", 85), alone, 1).reached == Reached::reached);
}

TEST_CASE("counts are added up; what is passed stays passed while others are missing")
{
    const std::vector known{plain(1), plain(2)};
    CHECK(total_of(count_of(">=", 3), known, 5).reached == Reached::reached);
    CHECK(total_of(count_of(">=", 4), known, 5).reached == Reached::unknown);
    CHECK(total_of(count_of(">=", 4), known, 2).reached == Reached::not_yet);
    CHECK(total_of(count_of("<=", 2), known, 5).reached == Reached::not_yet);
    CHECK(total_of(count_of("<=", 9), known, 5).reached == Reached::unknown);
    CHECK(result_text(count_of(">=", 3), total_of(count_of(">=", 3), known, 5).amounts) ==
          "3 hoạt động");
}

TEST_CASE("one agency that says no is enough; all must say yes")
{
    const std::vector<Amounts> mixed{{.is_so = true}, {.is_so = false}};
    CHECK(total_of(condition(), mixed, 3).reached == Reached::not_yet);
    const std::vector<Amounts> yes{{.is_so = true}, {.is_so = true}};
    CHECK(total_of(condition(), yes, 3).reached == Reached::unknown);
    CHECK(total_of(condition(), yes, 2).reached == Reached::reached);
}

TEST_CASE("what each agency is to reach for itself is reached when all do, whatever the sum says")
{
    auto each = share(">=", 90);
    each.is_each = true;
    // 1.890 of 2.000 together: 94,5 %, and one of them is far from it.
    const std::vector mixed{pair(1800, 1900), pair(90, 100)};
    CHECK(total_of(each, mixed, 2).reached == Reached::reached);
    const std::vector failing{pair(1850, 1900), pair(40, 100)};
    const auto told = total_of(each, failing, 3);
    CHECK(told.is_each);
    CHECK(told.reached == Reached::not_yet);
    CHECK(told.reaching == 1);
    CHECK(told.stated == 2);
    CHECK(total_text(each, told) == "1/3 cơ quan đạt");
    CHECK(!told.amounts.is_pair());
    // All that told reach it, one is missing: nobody knows. Bare percentages tell enough.
    const std::vector good{pair(1850, 1900), plain(95)};
    CHECK(total_of(each, good, 3).reached == Reached::unknown);
    CHECK(total_of(each, good, 2).reached == Reached::reached);
    CHECK(total_of(each, good, 2).apart == 0);
    CHECK(total_text(each, total_of(each, {}, 3)).empty());
    const std::vector alone{pair(95, 100)};
    CHECK(total_text(each, total_of(each, alone, 1)) == "95 / 100 = 95%");
}

TEST_CASE("one model in each commune is not many models in one")
{
    auto each = count_of(">=", 1);
    each.is_each = true;
    const std::vector known{plain(5), plain(0)};
    CHECK(total_of(each, known, 2).reached == Reached::not_yet);
    CHECK(total_of(count_of(">=", 1), known, 2).reached == Reached::reached);
    const std::vector all{plain(5), plain(1)};
    CHECK(total_of(each, all, 2).reached == Reached::reached);
    CHECK(total_result_text(each, total_of(each, all, 2)) == "2/2 cơ quan đạt");
}

TEST_CASE("numbers of an agency that misses a part count, and leave it missing")
{
    const std::vector known{pair(90, 100)};
    const std::vector parts{pair(10, 100)};
    const auto total = total_of(share(">=", 40), known, 2, parts);
    CHECK(amounts_text(share(">=", 40), total.amounts) == "100 / 200 = 50%");
    CHECK(total.stated == 1);
    CHECK(total.reached == Reached::unknown);
    CHECK(judge_part(share(">=", 40), pair(90, 100)) == Reached::unknown);
    CHECK(judge_part(count_of(">=", 3), plain(3)) == Reached::reached);
    CHECK(judge_part(count_of(">=", 3), plain(2)) == Reached::unknown);
    CHECK(judge_part(count_of("<=", 3), plain(4)) == Reached::not_yet);
    CHECK(judge_part(condition(), {.is_so = false}) == Reached::not_yet);
    CHECK(judge_part(condition(), {.is_so = true}) == Reached::unknown);
    const std::vector<Amounts> no{{.is_so = false}};
    CHECK(total_of(condition(), {}, 2, no).reached == Reached::not_yet);
}

TEST_CASE("several values of one target are measures of their own, parts under what they are of")
{
    auto item =
        target_item(1, "I.8", "Mức độ hài lòng đạt 90%, trong đó lĩnh vực đất đai tối thiểu 85%");
    item.metrics = {{.op = "=", .value = 90, .unit = "%", .subject = "Mức độ hài lòng"},
                    {.op = ">=", .value = 85, .unit = "%", .subject = "lĩnh vực đất đai"}};
    const auto targets = targets_in({item}, {});
    REQUIRE(targets.size() == 1);
    REQUIRE(targets[0].measures.size() == 2);
    CHECK(!targets[0].measures[0].is_part);
    CHECK(targets[0].measures[1].is_part);
    CHECK(targets[0].measures[0].key != targets[0].measures[1].key);
    // What the coordinator states stands before the words; the first is a part of nothing.
    const auto rule_of = [&](std::size_t at, MeasurePlace place) {
        return MeasureRule{.lineage = item.lineage,
                           .measure = targets[0].measures[at].key,
                           .metric = item.metrics[at],
                           .place = place};
    };
    const auto apart = targets_in({item}, {rule_of(1, MeasurePlace::whole)});
    CHECK(!apart[0].measures[1].is_part);
    const auto first = targets_in({item}, {rule_of(0, MeasurePlace::part)});
    CHECK(!first[0].measures[0].is_part);
    CHECK(first[0].measures[1].is_part);
}

TEST_CASE(
    "an amendment that asks for more keeps the key, one that asks for something else does not")
{
    auto item = target_item(1, "I.1", "Hồ sơ trực tuyến");
    item.metrics = {{.op = ">=", .value = 80, .unit = "%", .subject = "hồ sơ trực tuyến"}};
    const auto before = targets_in({item}, {})[0].measures[0].key;
    item.metrics[0].value = 90;
    CHECK(targets_in({item}, {})[0].measures[0].key == before);
    item.metrics.insert(item.metrics.begin(),
                        {.op = ">=", .value = 5, .unit = "lớp", .subject = "tập huấn"});
    CHECK(targets_in({item}, {})[0].measures[1].key == before);
    item.metrics[1].subject = "hồ sơ thanh toán";
    CHECK(targets_in({item}, {})[0].measures[1].key != before);
    item.metrics = {item.metrics[0], item.metrics[0]};
    const auto twice = targets_in({item}, {})[0];
    CHECK(twice.measures[0].key != twice.measures[1].key);
}

TEST_CASE(
    "a measure whose words were corrected goes on with its numbers, where nothing else is meant")
{
    auto item = target_item(1, "I.1", "Hồ sơ trực tuyến");
    item.metrics = {{.op = ">=", .value = 80, .unit = "%", .subject = "hồ sơ nộp trực tuyến"},
                    {.op = ">=", .value = 5, .unit = "lớp", .subject = "tập huấn"}};
    const auto before = targets_in({item}, {})[0].measures;
    const std::vector<MeasuredWords> known{
        {item.lineage, before[0].key, words_of(before[0]), before[0].sentence()},
        {item.lineage, before[1].key, words_of(before[1]), before[1].sentence()}};
    item.metrics[0].subject = "tỷ lệ hồ sơ nộp trực tuyến";
    const auto corrected = targets_in({item}, {}, known)[0];
    CHECK(corrected.measures[0].key == before[0].key);
    CHECK(corrected.measures[0].key_of_words != before[0].key);
    CHECK(corrected.measures[1].key == before[1].key);
    CHECK(corrected.earlier.empty());

    // Something else, another unit, or two that could be meant: nothing is attached.
    item.metrics[0].subject = "hồ sơ thanh toán";
    const auto other = targets_in({item}, {}, known)[0];
    CHECK(other.measures[0].key == other.measures[0].key_of_words);
    REQUIRE(other.earlier.size() == 1);
    CHECK(other.find_earlier(before[0].key)->metric.subject ==
          "hồ sơ nộp trực tuyến: từ 80% trở lên");
    CHECK(other.find(before[0].key) == nullptr);
    item.metrics[0].subject = "tỷ lệ hồ sơ nộp trực tuyến";
    item.metrics[0].direction = "increase";
    CHECK(targets_in({item}, {}, known)[0].earlier.size() == 1);
    item.metrics[0].direction.clear();
    item.metrics.push_back(item.metrics[0]);
    item.metrics[2].subject = "số hồ sơ nộp trực tuyến";
    const auto two = targets_in({item}, {}, known)[0];
    CHECK(two.earlier.size() == 1);
    CHECK(two.measures[0].key == two.measures[0].key_of_words);
    CHECK(two.measures[2].key == two.measures[2].key_of_words);

    // As the coordinator states, whatever the words are; and not, where that is stated.
    MeasureRule rule{.lineage = item.lineage,
                     .measure = two.measures[2].key_of_words,
                     .continues = before[0].key};
    CHECK(targets_in({item}, {rule}, known)[0].measures[2].key == before[0].key);
    item.metrics.pop_back();
    rule.measure = targets_in({item}, {})[0].measures[0].key_of_words;
    rule.continues = continues_none;
    const auto apart = targets_in({item}, {rule}, known)[0];
    CHECK(apart.measures[0].key == rule.measure);
    CHECK(apart.earlier.size() == 1);
}

TEST_CASE("figures stated of a measure go on with its corrected words")
{
    auto item = target_item(1, "I.1", "Hồ sơ trực tuyến");
    item.metrics = {{.op = ">=", .value = 80, .unit = "%", .subject = "hồ sơ nộp trực tuyến"}};
    const auto before = targets_in({item}, {})[0].measures[0];
    const MeasureRule rule{.lineage = item.lineage,
                           .measure = before.key,
                           .metric = before.metric,
                           .numerator_figure = "a",
                           .denominator_figure = "b"};
    item.metrics[0].subject = "hồ sơ được nộp trực tuyến";
    const auto after = targets_in({item}, {rule})[0].measures[0];
    CHECK(after.key == before.key);
    CHECK(after.numerator_figure == "a");
}

TEST_CASE("a target without a number is a condition until somebody says where its value stands")
{
    const auto item = target_item(1, "I.16", "Hoàn thành lộ trình giá dịch vụ công");
    const auto other = target_item(2, "I.30", "Trả qua bưu chính theo mục tiêu năm 2026");
    MeasureRule rule{.lineage = other.lineage,
                     .measure = "X",
                     .is_set = true,
                     .metric = {.op = ">=", .value = 25, .unit = "%", .subject = "qua bưu chính"},
                     .source = "Kế hoạch 5/KH-UBND"};
    auto targets = targets_in({item, other}, {rule});
    CHECK(targets[0].measures[0].kind() == MeasureKind::condition);
    CHECK(targets[1].measures[0].is_set);
    CHECK(targets[1].measures[0].kind() == MeasureKind::share);
    rule.is_ended = true;
    CHECK(targets_in({item, other}, {rule})[1].measures[0].is_condition);
}

TEST_CASE("a target cites the places merged into it; one that was kept apart is one of its own")
{
    auto item = target_item(1, "I.11", "100% thủ tục công khai");
    item.notes = {{std::string{plan::also_at}, "mục II.1, dòng 8"}};
    auto again = target_item(2, "II.2", "100% thủ tục công khai");
    again.notes = {{std::string{plan::repeats}, "I.11"}};
    again.is_reviewed = true;
    auto work = target_item(3, "III.1", "Đăng bài");
    work.type = plan::ItemType::activity;
    const auto below = target_item(4, "I.11.1", "lĩnh vực đất đai");
    const auto targets = targets_in({item, again, work, below}, {});
    REQUIRE(targets.size() == 3);
    CHECK(targets[0].also_at == std::vector<std::string>{"mục II.1, dòng 8"});
    CHECK(targets[1].also_at.empty());
    CHECK(!targets[0].is_part);
    CHECK(targets[2].is_part);
}

}  // namespace caicach::obligation
