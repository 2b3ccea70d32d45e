#pragma once
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "crypto/public_code.hpp"
#include "manifest/context.hpp"
#include "report/bringing/proposal_store.hpp"
#include "report/form/definition.hpp"
#include "report/form/put_in_force.hpp"
#include "report/period/opening.hpp"
#include "report/period/reporting_period.hpp"
#include "report/report_store.hpp"

/// For tests of this module and of those below it.
namespace caicach::report::testing
{

/// A form with one of each: all that it may say is said somewhere, and nothing is wrong with it.
[[nodiscard]] inline Definition sample_form()
{
    Definition form{.key = "thu", .title = "Báo cáo thử", .note = "Dùng để thử.", .owner = "SNV"};
    form.reporters = {"departments", "CTTDT"};
    form.owner_reports = true;
    form.owner_due = {.rule = {.day = 25, .limit = calendar::Limit::by}};
    form.period = {.length = calendar::Length::quarter,
                   .cut_off = "nd09",
                   .titles = {"quý I", "6 tháng đầu năm", "9 tháng", "năm"}};
    form.due = {
        .rule = {.day = 17, .limit = calendar::Limit::by, .on_day_off = calendar::OnDayOff::moves}};
    form.lock = {.working_days_after_due = 10};
    form.flow = {.needs_head = true, .needs_second_person = true};
    form.secrecy_notice = "Không nhập bí mật nhà nước.";
    form.citations = {"Kế hoạch của Ủy ban nhân dân tỉnh"};
    Section numbers{.key = "so_lieu", .title = "Số liệu"};
    numbers.parts.emplace_back(Indicator{.key = "tin_bai",
                                         .text = "Tin, bài",
                                         .unit = "tin, bài",
                                         .area = "direction",
                                         .source = Source::both,
                                         .figure = "evidence.article",
                                         .is_required = true,
                                         .definition = "Tin, bài đã đăng trong kỳ."});
    numbers.parts.emplace_back(Indicator{.key = "tin_bai_nam",
                                         .text = "Lũy kế",
                                         .unit = "tin, bài",
                                         .source = Source::computed,
                                         .span = Span::year_to_date,
                                         .figure = "evidence.article"});
    numbers.parts.emplace_back(Indicator{.key = "ho_so", .text = "Hồ sơ", .unit = "hồ sơ"});
    numbers.parts.emplace_back(Indicator{.key = "hai_long",
                                         .text = "Mức độ hài lòng",
                                         .unit = "%",
                                         .decimals = 2,
                                         .adding = Adding::weighted_mean,
                                         .weight = "ho_so"});
    Section words{.key = "loi_van", .title = "Lời văn", .level = 2};
    words.parts.emplace_back(Narrative{.key = "vuong_mac",
                                       .text = "Khó khăn, vướng mắc",
                                       .drawn_of = {Drawn::obstacle, Drawn::late},
                                       .is_collected = true});
    words.parts.emplace_back(FormTable{
        .key = "mo_hinh",
        .text = "Mô hình hay",
        .columns = {{.key = "ten", .text = "Tên", .width = 3},
                    {.key = "so", .text = "Số lần", .is_number = true, .adding = Adding::sum}},
        .is_annex = true});
    form.sections = {std::move(numbers), std::move(words)};
    form.checks = {{.left = "tin_bai",
                    .comparison = Comparison::not_more,
                    .right = "tin_bai_nam",
                    .weight = Weight::warns,
                    .text = "Số trong kỳ không nhiều hơn lũy kế."}};
    return form;
}

/// A form of the agency of that code, whose first version is in force and whose second is a draft.
[[nodiscard]] inline Form form_of(Context& context, std::string_view owner)
{
    auto definition = sample_form();
    definition.key = "thu_" + std::to_string(next_id());
    definition.owner = owner;
    auto transaction = MUST(context.begin());
    const auto made = MUST(make_draft(context, transaction, definition, "Tệp thử"));
    const auto first = MUST(FormStore{transaction}.version(made.id, 1));
    MUST(put_in_force(context, transaction, made, first, owner));
    definition.title = "Báo cáo thử, bản sửa";
    auto form = MUST(make_draft(context, transaction, definition, "Tệp thử"));
    MUST(transaction.commit());
    return form;
}

/// The report of the agency of that code for the period of the form that has today.
[[nodiscard]] inline Report report_of(Context& context, const Form& form, std::string_view agency)
{
    auto transaction = MUST(context.begin());
    const auto used = MUST(in_force(transaction, form));
    const auto cut_offs = MUST(cut_offs_on(context.today()));
    const auto scheme = scheme_of(used.definition.period, cut_offs);
    const auto period = calendar::period_of(scheme, context.today());
    const auto opened = MUST(open_period(context, transaction, used, period));
    const auto owing = MUST(organisation::agency_by_code(transaction, agency, context.today()));
    const auto reports = MUST(ReportStore{transaction}.of_period(opened.period.id));
    MUST(transaction.commit());
    const auto found = std::ranges::find(reports, owing.id, &Report::agency);
    VERIFY(found != reports.end());
    return *found;
}

/// The code of what somebody pasted into the sample form's table, to be confirmed.
[[nodiscard]] inline std::string pasted_into(Context& context, const Report& report)
{
    const Proposal proposal{
        .id = make_id<ProposalId>(),
        .code = crypto::make_public_code(),
        .report = report.id,
        .content = R"({"table":"mo_hinh","text":"Tổ lưu động","from_first":false})",
        .at = context.now()};
    auto transaction = MUST(context.begin());
    MUST(ProposalStore{transaction}.insert(proposal));
    MUST(transaction.commit());
    return proposal.code;
}

/// Of the period that a report is of, as addresses have it.
[[nodiscard]] inline std::string period_code(Context& context, const Report& report)
{
    auto transaction = MUST(context.read());
    return MUST(ReportStore{transaction}.period(report.period)).code;
}

}  // namespace caicach::report::testing
