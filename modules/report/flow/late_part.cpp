#include "report/flow/late_part.hpp"

#include <algorithm>
#include <utility>

#include "report/flow/late_fact.hpp"
#include "report/flow/value_writing.hpp"
#include "text/number.hpp"

namespace caicach::report
{
namespace
{

std::string text_of_indicator(const Definition& definition, std::string_view key)
{
    for (const auto* one : indicators_of(definition))
        if (one->key == key) return one->text;
    return std::string{key};
}

Result<void> add_facts(database::Transaction& transaction, const LateFacts& late,
                       const Definition& definition, LatePart& part)
{
    part.facts = late.facts;
    for (const auto& one : late.shown) {
        const auto fact = TRY(evidence::fact_by_id(transaction, one.fact));
        ShownLateFact shown{.title = fact.title,
                            .path = evidence::fact_path(fact),
                            .day = fact.happened_on.vietnamese(),
                            .quantity = text::format_integer(fact.quantity) + " " + fact.unit,
                            .what = one.counts ? "Đến sau khi gửi" : "Không còn được tính"};
        for (const auto& key : one.indicators) {
            if (!shown.numbers.empty()) shown.numbers += "; ";
            shown.numbers += text_of_indicator(definition, key);
        }
        part.shown.push_back(std::move(shown));
    }
    return {};
}

/// What others tell moves with each day; what is counted of facts moves only where facts do.
Result<std::vector<MovedNumber>> moved_of(database::Transaction& transaction, const Filled& filled)
{
    const auto sent = TRY(values_of(transaction, filled.report.id));
    std::vector<MovedNumber> moved;
    for (const auto& one : filled.indicators) {
        if (!one.computed || one.computed->is_told) continue;
        const auto before = std::ranges::find(sent, one.indicator->key, &SentValue::indicator);
        if (before == sent.end() || !before->computed) continue;
        if (*before->computed == one.computed->amount) continue;
        moved.push_back({one.indicator->text, shown(*one.indicator, *before->computed),
                         shown(*one.indicator, one.computed->amount)});
    }
    return moved;
}

std::string what_to_do(const Report& report, Date today)
{
    if (report.is_locked(today))
        return "Báo cáo đã khóa: cơ quan gửi bản điều chỉnh, số liệu này được tính vào đó.";
    switch (report.state) {
        case State::submitted:
            return "Nơi nhận chưa kiểm tra: cơ quan rút lại, xem số mới, rồi gửi lần nữa.";
        case State::checked:
            return "Nơi nhận trả lại thì cơ quan gửi lại được với số mới.";
        default:
            return "Nơi nhận mở lại thì cơ quan gửi lại được với số mới.";
    }
}

}  // namespace

Result<LatePart> late_part_of(Context& context, database::Transaction& transaction,
                              const Filled& filled)
{
    LatePart part;
    const auto& report = filled.report;
    if (!report.is_complete()) return part;
    const auto late = TRY(late_facts(transaction, report.id, SubmissionId{}));
    TRY(add_facts(transaction, late, *filled.definition, part));
    part.moved = TRY(moved_of(transaction, filled));
    part.what_to_do = what_to_do(report, context.today());
    return part;
}

Result<LatePart> settled_part_of(database::Transaction& transaction, ReportId report,
                                 SubmissionId submission, const Definition& definition)
{
    LatePart part;
    const auto late = TRY(late_facts(transaction, report, submission));
    TRY(add_facts(transaction, late, definition, part));
    return part;
}

}  // namespace caicach::report
