#include "report/narrative/drawn_corrections.hpp"

#include "report/flow/correction.hpp"
#include "report/narrative/drafts.hpp"
#include "report/test/steps.hpp"
#include "text/text.hpp"

namespace caicach::report
{
namespace
{

/// Reports of one department, period after period.
class Quarters
{
public:
    explicit Quarters(Room& room) : m_room(room), m_form(room.in_force(form())) {}

    /// The report of the period that has the day.
    [[nodiscard]] Report on(std::string_view iso)
    {
        m_room.desk.clock.set_today(day(iso));
        return m_room.report(MUST(m_room.open(m_form)).period.id, "SYT");
    }

    void sends(const Report& report, const std::string& dossiers) const
    {
        const Steps steps{m_room};
        steps.fill(report.code, {{.field = "ho_so", .value = dossiers, .base = ""}});
        MUST(steps.send(report.code));
    }

    void corrects(const Report& report, const std::string& from, const std::string& to,
                  const std::string& reason) const
    {
        MUST(Steps{m_room}.take(
            report.code, [&](database::Transaction& transaction, Report& held) -> Result<void> {
                const auto done =
                    TRY(correct(m_room.context, transaction, held,
                                {.changes = {{.field = "ho_so", .value = to, .base = from}},
                                 .reason = reason,
                                 .says_no_secret = true}));
                CHECK(done.submission);
                return {};
            }));
    }

    [[nodiscard]] std::string draft(const Report& report) const
    {
        auto transaction = MUST(m_room.context.read());
        const auto filled = MUST(filled_of(m_room.context, transaction, report));
        auto drafts = MUST(drafts_for(m_room.context, transaction, filled));
        return drafts["vuong_mac"];
    }

private:
    static Definition form()
    {
        auto form = testing::sample_form();
        form.reporters = {"departments"};
        form.owner_reports = false;
        form.flow = {};
        return form;
    }

    Room& m_room;
    FormInForce m_form;
};

}  // namespace

TEST_CASE("what was corrected of an earlier period is told in the next report, once")
{
    in_room([](Room& room) {
        Quarters quarters{room};
        const auto first = quarters.on("2026-03-10");
        quarters.sends(first, "12");
        const auto second = quarters.on("2026-06-10");
        CHECK(quarters.draft(second).empty());
        quarters.corrects(first, "12", "1.500", "Cộng thiếu hai xã.");
        quarters.corrects(first, "1500", "15", "Nhầm dấu chấm");
        CHECK(quarters.draft(second) ==
              "Điều chỉnh số liệu kỳ quý I năm 2026, lý do: Cộng thiếu hai xã:\n"
              "- Hồ sơ: từ 12 thành 1.500.\n\n"
              "Điều chỉnh số liệu kỳ quý I năm 2026, lý do: Nhầm dấu chấm:\n"
              "- Hồ sơ: từ 1.500 thành 15.");
        quarters.sends(second, "20");
        const auto third = quarters.on("2026-09-10");
        CHECK(quarters.draft(third).empty());
        // Whatever is corrected of any of them from now on is told in the third.
        quarters.corrects(first, "15", "16", "Thêm một xã");
        quarters.corrects(second, "20", "", "Chưa có số");
        CHECK(quarters.draft(third) ==
              "Điều chỉnh số liệu kỳ quý I năm 2026, lý do: Thêm một xã:\n"
              "- Hồ sơ: từ 15 thành 16.\n\n"
              "Điều chỉnh số liệu kỳ 6 tháng đầu năm 2026, lý do: Chưa có số:\n"
              "- Hồ sơ: từ 20 thành không có.");
    });
}

TEST_CASE("a paragraph of corrections tells ten numbers, and keeps within the narrative's length")
{
    const auto wording = MUST(Wording::on(day("2026-03-15")));
    ToldCorrection one{.period = "quý I năm 2026", .reason = "Nhập nhầm cột"};
    for (int i = 0; i < 12; ++i) one.changed.push_back({"Hồ sơ", "1", "2", "+1"});
    const Narrative narrative{.drawn_of = {Drawn::late}};
    const auto text =
        with_corrections(narrative, "Còn 1 việc chậm:\n- Rà soát.", {&one, 1}, wording);
    CHECK(text.starts_with("Còn 1 việc chậm:\n- Rà soát.\n\nĐiều chỉnh số liệu kỳ quý I năm 2026"));
    CHECK(text.ends_with("\n- Và 2 số khác."));
    const Narrative brief{.drawn_of = {Drawn::late}, .length_max = 40};
    CHECK(text::length(with_corrections(brief, {}, {&one, 1}, wording)) <= 40);
    CHECK(with_corrections(narrative, "Không có.", {}, wording) == "Không có.");
}

}  // namespace caicach::report
