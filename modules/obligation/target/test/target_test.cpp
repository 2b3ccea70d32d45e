#include "obligation/result.hpp"
#include "obligation/target/target_table.hpp"
#include "obligation/target/test/targets.hpp"
#include "obligation/testing.hpp"

namespace caicach::obligation
{

TEST_CASE("a province-wide target adds up what its agencies stated, and names who is missing")
{
    in_province([](Province& province) {
        const auto plan = put_in_force(province, {share_of_departments(province)});
        const auto before = standing(province, plan);
        REQUIRE(before.agencies.size() > 3);
        CHECK(before.total.stated == 0);
        CHECK(before.total.reached == Reached::unknown);
        MUST(state(province, plan, "SYT", {pair(90, 100), day(2, 28), "Cổng dịch vụ công"}));
        MUST(state(province, plan, "STC", {pair(10, 900), day(3, 10), "Cổng dịch vụ công"}));
        const auto after = standing(province, plan);
        CHECK(amounts_text(after.measure, after.total.amounts) == "100 / 1.000 = 10%");
        CHECK(after.total.stated == 2);
        CHECK(after.total.missing() == static_cast<int>(after.agencies.size()) - 2);
        CHECK(after.first_as_of == day(2, 28));
        CHECK(after.last_as_of == day(3, 10));
        CHECK(after.total.reached == Reached::unknown);
        CHECK(standing_of(province, plan, "SYT").reached == Reached::reached);
        CHECK(standing_of(province, plan, "STC").reached == Reached::not_yet);
        CHECK(!standing_of(province, plan, "STP").amounts);
        check_kept(province);
    });
}

TEST_CASE("the latest day holds, of the same day what was stated later; nothing is lost")
{
    in_province([](Province& province) {
        const auto plan = put_in_force(province, {share_of_departments(province)});
        MUST(state(province, plan, "SYT", {pair(50, 100), day(3, 1), "Báo cáo tháng 2"}));
        MUST(state(province, plan, "SYT", {pair(40, 100), day(2, 1), "Báo cáo tháng 1"}));
        CHECK(standing_of(province, plan, "SYT").as_of == day(3, 1));
        MUST(state(province, plan, "SYT", {pair(60, 100), day(3, 1), "Sửa báo cáo tháng 2"}));
        CHECK(standing_of(province, plan, "SYT").amounts == pair(60, 100));
        CHECK(
            MUST(state(province, plan, "SYT", {pair(60, 100), day(3, 1), "Sửa báo cáo tháng 2"})) ==
            Stating::known_already);
        auto transaction = MUST(province.context.read());
        const auto targets = loaded(province.context, transaction, plan);
        const auto& target = targets.targets().front();
        const auto history = MUST(MeasurementStore{transaction}.history(
            {plan, target.item.lineage, target.measures.front().key, province.agency("SYT")}, 100));
        CHECK(history.size() == 3);
        check_kept(province);
    });
}

TEST_CASE("what is taken back gives way to what stood before, once")
{
    in_province([](Province& province) {
        const auto plan = put_in_force(province, {share_of_departments(province)});
        MUST(state(province, plan, "SYT", {pair(50, 100), day(2, 1), "Báo cáo"}));
        MUST(state(province, plan, "SYT", {pair(99, 100), day(3, 1), "Ghi nhầm"}));
        const auto wrong = *standing_of(province, plan, "SYT").measurement;
        const auto take_back = [&]() -> Result<void> {
            auto transaction = MUST(province.context.begin());
            const auto targets = loaded(province.context, transaction, plan);
            TRY(take_back_measurement(province.context, transaction, targets, wrong));
            return transaction.commit();
        };
        MUST(take_back());
        CHECK(standing_of(province, plan, "SYT").amounts == pair(50, 100));
        CHECK(take_back().error().key == "obligation.measurement.taken_back");
        check_kept(province);
    });
}

TEST_CASE("measurements are appended: neither changed nor removed, not even by hand")
{
    in_province([](Province& province) {
        const auto plan = put_in_force(province, {share_of_departments(province)});
        MUST(state(province, plan, "SYT", {pair(50, 100), day(2, 1), "Báo cáo"}));
        for (const auto* statement : {"UPDATE obligation_measurement SET numerator = 1",
                                      "UPDATE obligation_measurement SET subject = 'khác'",
                                      "DELETE FROM obligation_measurement"}) {
            auto transaction = MUST(province.context.begin());
            CHECK(!transaction.change(statement));
        }
    });
}

TEST_CASE("a number of the future, of an agency that is not asked, or without a source is refused")
{
    in_province([](Province& province) {
        const auto plan = put_in_force(province, {share_of_departments(province)});
        const auto key = [&](std::string_view agency, const NewMeasurement& wanted) {
            const auto stated = state(province, plan, agency, wanted);
            return stated ? std::string{} : stated.error().key;
        };
        CHECK(key("SYT", {pair(1, 2), day(3, 16), "Báo cáo"}) == "obligation.measurement.future");
        CHECK(key("SYT", {pair(1, 2), day(3, 15), "  "}) ==
              "obligation.measurement.source_missing");
        CHECK(key("UBND", {pair(1, 2), day(3, 15), "Báo cáo"}) != "");
        CHECK(standing(province, plan).total.stated == 0);
    });
}

TEST_CASE("typed amounts are refused at their field")
{
    const Measure share{.key = "M", .metric = {.op = ">=", .value = 85, .unit = "%"}};
    const auto fault = [](const Measure& measure, const TypedAmounts& typed) {
        const auto amounts = amounts_from(measure, typed);
        return amounts ? std::string{} : amounts.error().field + " " + amounts.error().key;
    };
    CHECK(fault(share, {}) == "numerator obligation.measurement.missing");
    CHECK(fault(share, {.numerator = "5"}) == "denominator obligation.measurement.missing");
    CHECK(fault(share, {.numerator = "nhiều", .denominator = "7"}) ==
          "numerator obligation.measurement.no_number");
    CHECK(fault(share, {.numerator = "8", .denominator = "7"}) ==
          "numerator obligation.measurement.part_larger");
    CHECK(fault(share, {.numerator = "0", .denominator = "0"}) ==
          "denominator obligation.measurement.whole_zero");
    CHECK(fault(share, {.value = "101"}) == "value obligation.measurement.over_hundred");
    CHECK(fault(share, {.value = "86,4"}).empty());
    CHECK(MUST(amounts_from(share, {.value = "86,4 %"})).value == 8640);
    CHECK(fault(share, {.value = "%"}) == "value obligation.measurement.no_number");
    CHECK(fault(share, {.numerator = "8%", .denominator = "9"}) ==
          "numerator obligation.measurement.no_number");
    CHECK(fault({.is_condition = true}, {}) == "answer obligation.measurement.answer_missing");
    CHECK(MUST(amounts_from({.is_condition = true}, {.answer = "khong"})).is_so == false);
}

TEST_CASE("numbers are read from the figures that the coordinator tied to a measure")
{
    in_province([](Province& province) {
        auto item = province.work_of_group("Đăng tối thiểu 10 tin, bài", "departments");
        item.path = "I.2";
        item.type = plan::ItemType::target;
        item.metrics = {{.op = ">=", .value = 10, .unit = "tin, bài"}};
        const auto plan = put_in_force(province, {item});
        publish_article(province, province.agency("SYT"), day(2, 3), 4);
        const auto tie = [&](const FigureKeys& figures, SeenRule seen) -> Result<void> {
            auto transaction = MUST(province.context.begin());
            const auto targets = loaded(province.context, transaction, plan);
            const auto& target = targets.targets().front();
            TRY(set_measuring(province.context, transaction, targets, target,
                              target.measures.front(), {.figures = figures}, seen));
            return transaction.commit();
        };
        CHECK(tie({.numerator = "evidence.nothing"}, {}).error().key ==
              "obligation.measure.figure_unknown");
        CHECK(tie({.denominator = "evidence.article"}, {}).error().key ==
              "obligation.measure.numerator_missing");
        MUST(tie({.numerator = "evidence.article"}, {}));
        // Who saw what stood before it does not write over it.
        CHECK(tie({}, {}).error().key == "base.changed_meanwhile");
        const auto own = standing_of(province, plan, "SYT");
        CHECK(own.is_of_figures);
        CHECK(own.amounts == Amounts{.value = 400});
        CHECK(own.as_of == day(3, 15));
        const auto idle = standing_of(province, plan, "STC");
        CHECK(idle.amounts == Amounts{.value = 0});
        CHECK(idle.reached == Reached::not_yet);
        const auto so_far = standing(province, plan);
        CHECK(so_far.total.missing() == 0);
        CHECK(so_far.total.reached == Reached::not_yet);
        CHECK(so_far.total.amounts == Amounts{.value = 400});
        province.desk.clock.set_today(*Date::create(2027, 2, 1));
        CHECK(standing(province, plan).total.reached == Reached::not_yet);
        CHECK(standing_of(province, plan, "STC").as_of == day(12, 31));
        province.desk.clock.set_today(*Date::create(2025, 12, 20));
        CHECK(!standing_of(province, plan, "STC").amounts);
        province.desk.clock.set_today(day(3, 15));
        publish_article(province, province.agency("STC"), day(3, 3), 6);
        const auto all = standing(province, plan);
        CHECK(all.total.amounts == Amounts{.value = 1000});
        CHECK(all.total.reached == Reached::reached);
        CHECK(state(province, plan, "SYT", {{.value = 100}, day(3, 1), "Tay"}).error().key ==
              "obligation.measurement.of_figures");
    });
}

TEST_CASE("who did nothing of a share told by figures adds nothing to it, and keeps nothing open")
{
    in_province([](Province& province) {
        const auto plan = put_in_force(province, {share_of_departments(province)});
        publish_article(province, province.agency("SYT"), day(2, 3), 4);
        {
            auto transaction = MUST(province.context.begin());
            const auto targets = loaded(province.context, transaction, plan);
            const auto& target = targets.targets().front();
            MUST(set_measuring(
                province.context, transaction, targets, target, target.measures.front(),
                {.figures = {.numerator = "evidence.training", .denominator = "evidence.article"}},
                {}));
            MUST(transaction.commit());
        }
        // No class of those who wrote articles, nothing at all of the others.
        CHECK(standing_of(province, plan, "SYT").amounts == pair(0, 4));
        CHECK(standing_of(province, plan, "SYT").reached == Reached::not_yet);
        CHECK(standing_of(province, plan, "STC").amounts == pair(0, 0));
        CHECK(standing_of(province, plan, "STC").reached == Reached::unknown);
        const auto all = standing(province, plan);
        CHECK(all.total.amounts == pair(0, 4));
        CHECK(all.total.missing() == 0);
        CHECK(all.total.reached == Reached::not_yet);
    });
}

TEST_CASE("who inspected nobody inspected none of all agencies of the groups")
{
    in_province([](Province& province) {
        auto item = plan::testing::activity_of(province.context, "Kiểm tra 30% số cơ quan", "SNV");
        item.path = "I.4";
        item.type = plan::ItemType::target;
        item.metrics = {{.op = ">=", .value = 30, .unit = "%"}};
        const auto plan = put_in_force(province, {item});
        {
            auto transaction = MUST(province.context.begin());
            const auto targets = loaded(province.context, transaction, plan);
            const auto& target = targets.targets().front();
            MUST(set_measuring(province.context, transaction, targets, target,
                               target.measures.front(),
                               {.figures = {.numerator = "evidence.inspection.covered.departments",
                                            .denominator = "evidence.agencies.departments"}},
                               {}));
            MUST(transaction.commit());
        }
        const auto own = standing_of(province, plan, "SNV");
        REQUIRE(own.amounts);
        CHECK(own.amounts->numerator == 0);
        CHECK(own.amounts->denominator > 1000);
        CHECK(standing(province, plan).total.amounts == own.amounts);
        CHECK(standing(province, plan).total.reached == Reached::not_yet);
    });
}

TEST_CASE("whom an inspection of a task looked at counts for the target of coverage")
{
    in_province([](Province& province) {
        auto& context = province.context;
        auto item = plan::testing::activity_of(context, "Kiểm tra 30% số cơ quan", "SNV");
        item.path = "I.4";
        item.type = plan::ItemType::target;
        item.metrics = {{.op = ">=", .value = 30, .unit = "%"}};
        const auto plan = put_in_force(province, {item});
        {
            auto transaction = MUST(context.begin());
            const auto targets = loaded(context, transaction, plan);
            const auto& target = targets.targets().front();
            MUST(set_measuring(context, transaction, targets, target, target.measures.front(),
                               {.figures = {.numerator = "evidence.inspection.covered.departments",
                                            .denominator = "evidence.agencies.departments"}},
                               {}));
            MUST(transaction.commit());
        }
        const auto tasks = testing::obligations_of_inspections(context, "SNV", "SNV");
        const auto inspect = [&](std::vector<std::string> slugs) {
            auto transaction = MUST(context.begin());
            MUST(report(context, transaction, tasks.at(2),
                        {.title = "Kiểm tra cải cách hành chính",
                         .happened_on = day(3, 10),
                         .link = "https://songlam.example/ket-luan",
                         .subjects = {.agencies = std::move(slugs), .manner = "unannounced"}},
                        {}));
            MUST(transaction.commit());
        };
        inspect({"so-y-te", "so-tu-phap"});
        inspect({"so-y-te"});
        inspect({});
        CHECK(standing_of(province, plan, "SNV").amounts->numerator == 200);
        auto transaction = MUST(context.read());
        const auto counts = MUST(ObligationStore{transaction}.counts(tasks.at(2).id));
        REQUIRE(counts.size() == 3);
        const auto fact = MUST(evidence::fact_by_id(transaction, counts.front().fact));
        CHECK(MUST(evidence::subjects_in_words(transaction, fact)) ==
              "Sở Tư pháp; Sở Y tế (đột xuất)");
    });
}

TEST_CASE("in July the numbers of a merged agency go to its heir, until the heir tells its own")
{
    in_province([](Province& province) {
        const auto plan = put_in_force(province, {share_of_departments(province)});
        MUST(state(province, plan, "SYT", {pair(80, 100), day(2, 28), "Báo cáo"}));
        MUST(state(province, plan, "STP", {pair(18, 20), day(1, 31), "Báo cáo"}));
        const auto before = standing(province, plan);
        merge(province, "SYT", "STP", day(7, 1));
        province.desk.clock.set_today(day(10, 1));
        const auto after = standing(province, plan);
        CHECK(after.agencies.size() == before.agencies.size() - 1);
        CHECK(after.total.amounts == before.total.amounts);
        const auto heir = standing_of(province, plan, "SYT");
        CHECK(known_text(after.measure, heir) == "98 / 120 = 81,67%; gồm số của Sở Tư pháp");
        CHECK(heir.reached == Reached::not_yet);
        // Of a day before they were one: only its own part changes.
        MUST(state(province, plan, "SYT", {pair(90, 100), day(6, 30), "Sửa báo cáo"}));
        CHECK(standing_of(province, plan, "SYT").amounts == pair(108, 120));
        CHECK(standing_of(province, plan, "SYT").reached == Reached::reached);
        MUST(state(province, plan, "SYT", {pair(70, 130), day(9, 30), "Báo cáo quý III"}));
        CHECK(standing_of(province, plan, "SYT").amounts == pair(70, 130));
        CHECK(standing_of(province, plan, "SYT").taken_over.empty());
        check_kept(province);
    });
}

TEST_CASE("numbers of an agency that was split are nobody's, and it is said so")
{
    in_province([](Province& province) {
        const auto plan = put_in_force(province, {share_of_departments(province)});
        MUST(state(province, plan, "STP", {pair(18, 20), day(1, 31), "Báo cáo"}));
        MUST(organisation::seed_reorganisations(
            province.context,
            "day;kind;subject;others;names_to;name;short_name;document\n"
            "2026-07-01;split;STP;SYT=60|SNV=40;SYT;;;Nghị quyết số 15/NQ-HĐND\n"));
        province.desk.clock.set_today(day(10, 1));
        const auto after = standing(province, plan);
        CHECK(after.total.stated == 0);
        REQUIRE(after.left_out.size() == 1);
        CHECK(after.left_out.front().is_split);
        CHECK(after.left_out.front().agency.code == "STP");
        CHECK(!standing_of(province, plan, "SYT").amounts);
    });
}

TEST_CASE("an agency that is merely renamed keeps its numbers")
{
    in_province([](Province& province) {
        const auto plan = put_in_force(province, {share_of_departments(province)});
        MUST(state(province, plan, "STP", {pair(18, 20), day(1, 31), "Báo cáo"}));
        MUST(organisation::seed_reorganisations(
            province.context,
            "day;kind;subject;others;names_to;name;short_name;document\n"
            "2026-07-01;rename;STP;;;Sở Pháp chế;;Nghị quyết số 15/NQ-HĐND\n"));
        province.desk.clock.set_today(day(10, 1));
        const auto own = standing_of(province, plan, "STP");
        CHECK(own.agency.name == "Sở Pháp chế");
        CHECK(own.amounts == pair(18, 20));
        CHECK(own.taken_over.empty());
    });
}

TEST_CASE("a coordinator states of whom a measure is asked, together with its figures")
{
    in_province([](Province& province) {
        const auto plan = put_in_force(province, {share_of_departments(province)});
        MUST(state(province, plan, "SYT", {pair(90, 100), day(2, 28), "Báo cáo"}));
        MUST(state(province, plan, "STP", {pair(8, 20), day(2, 28), "Báo cáo"}));
        CHECK(!standing(province, plan).total.is_each);
        const auto say = [&](MeasureScope scope) -> Result<void> {
            auto transaction = MUST(province.context.begin());
            const auto targets = loaded(province.context, transaction, plan);
            const auto& target = targets.targets().front();
            const auto& measure = target.measures.front();
            const auto seen = MUST(newest_rule(transaction, targets, target, measure.key));
            TRY(set_measuring(province.context, transaction, targets, target, measure,
                              {.scope = scope}, seen));
            return transaction.commit();
        };
        MUST(say(MeasureScope::each));
        const auto each = standing(province, plan);
        CHECK(each.measure.scope == MeasureScope::each);
        CHECK(each.total.is_each);
        CHECK(each.total.reaching == 1);
        CHECK(each.total.reached == Reached::not_yet);
        MUST(say(MeasureScope::as_written));
        CHECK(standing(province, plan).total.amounts == pair(98, 120));
    });
}

TEST_CASE(
    "numbers outlive a correction of the plan's words, by themselves or as a coordinator says")
{
    in_province([](Province& province) {
        auto item = share_of_departments(province);
        item.metrics.front().subject = "hồ sơ nộp trực tuyến";
        const auto plan = put_in_force(province, {item});
        MUST(state(province, plan, "SYT", {pair(90, 100), day(2, 28), "Báo cáo"}));
        const auto say = [&](const char* subject) {
            auto transaction = MUST(province.context.begin());
            auto items = MUST(plan::items_in_force(transaction, plan));
            items.front().metrics.front().subject = subject;
            MUST(plan::ItemStore{transaction}.save(items.front()));
            MUST(transaction.commit());
        };
        const auto goes_on = [&](std::string_view earlier) {
            auto transaction = MUST(province.context.begin());
            const auto targets = loaded(province.context, transaction, plan);
            const auto& target = targets.targets().front();
            const auto& measure = target.measures.front();
            const auto seen = MUST(newest_rule(transaction, targets, target, measure.key_of_words));
            const auto done =
                go_on_with(province.context, transaction, targets, target, measure, earlier, seen);
            if (!done) return done.error().key;
            MUST(transaction.commit());
            return std::string{};
        };
        const auto key = standing(province, plan).measure.key;
        say("số hồ sơ nộp trực tuyến");
        CHECK(standing_of(province, plan, "SYT").amounts == pair(90, 100));
        say("hồ sơ thanh toán");
        CHECK(!standing_of(province, plan, "SYT").amounts);
        {
            auto transaction = MUST(province.context.read());
            auto targets = loaded(province.context, transaction, plan);
            const auto all = MUST(targets.standing(targets.targets().front()));
            REQUIRE(all.earlier.size() == 1);
            CHECK(all.earlier.front().agencies.front().amounts == pair(90, 100));
        }
        CHECK(goes_on("khac") == "obligation.measurement.not_found");
        CHECK(goes_on(continues_none) == "obligation.measure.goes_on_already");
        CHECK(goes_on(key).empty());
        CHECK(standing_of(province, plan, "SYT").amounts == pair(90, 100));
        CHECK(goes_on(key) == "obligation.measure.goes_on_already");
        CHECK(goes_on(continues_none).empty());
        CHECK(!standing_of(province, plan, "SYT").amounts);
        MUST(state(province, plan, "STC", {pair(1, 100), day(2, 28), "Báo cáo"}));
        CHECK(goes_on(key) == "obligation.measure.has_numbers");
        check_kept(province);
    });
}

TEST_CASE("a value that stands elsewhere is stated with its document, and ended again")
{
    in_province([](Province& province) {
        auto item = plan::testing::activity_of(
            province.context, "Trả kết quả qua bưu chính theo mục tiêu năm 2026", "SYT");
        item.path = "I.30";
        item.type = plan::ItemType::target;
        const auto plan = put_in_force(province, {item});
        CHECK(standing(province, plan).measure.is_condition);
        const auto set = [&](const SetValue& wanted) -> Result<void> {
            auto transaction = MUST(province.context.begin());
            const auto targets = loaded(province.context, transaction, plan);
            TRY(set_value(province.context, transaction, targets, targets.targets().front(),
                          wanted));
            return transaction.commit();
        };
        SetValue wanted{.subject = "hồ sơ trả qua bưu chính",
                        .op = ">=",
                        .value = "25",
                        .unit = "%",
                        .source = "Kế hoạch 5/KH-UBND"};
        CHECK(set(wanted).error().key == "obligation.measure.source_day");
        wanted.source_on = day(1, 5);
        MUST(set(wanted));
        const auto now = standing(province, plan);
        CHECK(now.measure.is_set);
        CHECK(now.measure.sentence() == "hồ sơ trả qua bưu chính: từ 25% trở lên");
        CHECK(now.measure.source_on == day(1, 5));
        MUST(state(province, plan, "SYT", {pair(30, 100), day(3, 1), "Bưu điện tỉnh"}));
        CHECK(standing(province, plan).total.reached == Reached::reached);
        auto transaction = MUST(province.context.begin());
        const auto targets = loaded(province.context, transaction, plan);
        const auto& target = targets.targets().front();
        MUST(end_value(province.context, transaction, targets, target, target.measures.front()));
        MUST(transaction.commit());
        CHECK(standing(province, plan).measure.is_condition);
    });
}

}  // namespace caicach::obligation
