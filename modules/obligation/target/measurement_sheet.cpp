#include "obligation/target/measurement_sheet.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "document/csv_writer.hpp"
#include "obligation/agency_typed.hpp"
#include "obligation/limits.hpp"
#include "obligation/target/exclusion_steps.hpp"
#include "obligation/target/hundredths.hpp"
#include "text/number.hpp"
#include "text/text.hpp"

namespace caicach::obligation
{
namespace
{

using document::TableColumn;

constexpr std::array columns{
    TableColumn{"measure", "Mã chỉ tiêu", "ma chi tieu|ma|measure", 22,
                "Như tệp mẫu ghi, không sửa"},
    TableColumn{"title", "Chỉ tiêu", "ten chi tieu|noi dung", 50, "Để đọc; sửa không có tác dụng"},
    TableColumn{"agency", "Cơ quan", "ma co quan|don vi|agency", 20, "Mã hoặc tên"},
    TableColumn{"numerator", "Tử số", "tu so|da dat|gia tri nay|numerator", 12,
                "Số đã đạt; với mức tăng, giảm: giá trị nay"},
    TableColumn{"denominator", "Mẫu số", "mau so|tong so|gia tri goc|denominator", 12,
                "Tổng số phải tính; với mức tăng, giảm: giá trị kỳ gốc"},
    TableColumn{"value", "Giá trị", "gia tri|so luong|ty le|value", 12,
                "Với số đếm, hoặc khi chỉ có tỷ lệ; tỷ lệ ghi kèm dấu %, ví dụ 85%"},
    TableColumn{"answer", "Đạt", "dat|da dat chua|answer", 10,
                "Đạt hoặc Chưa đạt, với chỉ tiêu không có con số"},
    TableColumn{"excluded", "Không thuộc diện", "khong ap dung|ly do khong thuoc dien|excluded", 30,
                "Lý do, nếu chỉ tiêu không áp dụng cho cơ quan; khi ấy không ghi số"},
    TableColumn{"as_of", "Số liệu đến ngày", "ngay|den ngay|as of", 14, "Ví dụ 31/03/2026"},
    TableColumn{"source", "Nguồn", "nguon so lieu|source", 40, "Hệ thống, báo cáo số …"},
};
constexpr std::array<std::string_view, 3> asked{"measure", "agency", "as_of"};
constexpr std::size_t quoted_length = 60;

std::string_view title_of(std::string_view key)
{
    const auto* const found = std::ranges::find(columns, key, &TableColumn::key);
    return found == columns.end() ? std::string_view{} : found->title;
}

/// What people write for yes and no, folded; spreadsheets say TRUE, or ĐÚNG where they speak
/// Vietnamese. Nothing for other words: they may mean either.
std::optional<bool> answer_from(std::string_view value)
{
    constexpr std::array yes{"co",         "dat",           "da dat", "roi",  "da xong", "xong",
                             "hoan thanh", "da hoan thanh", "dung",   "true", "yes",     "x",
                             "1"};
    constexpr std::array no{"khong",           "chua", "chua dat", "khong dat", "chua xong",
                            "chua hoan thanh", "sai",  "false",    "no",        "0"};
    const auto folded = text::fold(text::squeeze(value));
    if (std::ranges::find(yes, folded) != yes.end()) return true;
    if (std::ranges::find(no, folded) != no.end()) return false;
    return {};
}

void take(SheetRow& row, std::string_view column, const std::string& cell)
{
    const auto value = text::squeeze(cell);
    if (column == "measure") row.measure = value;
    if (column == "agency") row.agency = value;
    if (column == "numerator") row.typed.numerator = value;
    if (column == "denominator") row.typed.denominator = value;
    if (column == "value") row.typed.value = value;
    if (column == "answer") row.typed.answer = value;
    if (column == "excluded") row.excluded = value;
    if (column == "source") row.source = value;
}

bool has_number(const SheetRow& row)
{
    const auto& typed = row.typed;
    return !typed.numerator.empty() || !typed.denominator.empty() || !typed.value.empty() ||
           !typed.answer.empty();
}

SheetConflict conflict_of(int row, std::string_view column, Error error)
{
    return {.row = row, .column = title_of(column), .error = std::move(error)};
}

void read_row(MeasurementSheet& sheet, const document::TableHead& head,
              const document::RecordRow& record)
{
    if (record.cells.front().starts_with(document::explaining_mark)) return;
    SheetRow row{.number = record.number};
    std::string day;
    for (std::size_t i = 0; i < record.cells.size(); ++i) {
        const auto* column = head.at(i);
        if (column == nullptr || record.cells[i].empty()) continue;
        if (column->key == "as_of") day = text::squeeze(record.cells[i]);
        take(row, column->key, record.cells[i]);
    }
    if (!has_number(row) && row.excluded.empty()) return;
    if (!row.excluded.empty()) {
        if (has_number(row)) {
            sheet.conflicts.push_back(conflict_of(
                row.number, "excluded",
                {.kind = Failure::invalid, .key = "obligation.sheet.excluded_with_number"}));
            return;
        }
        sheet.rows.push_back(std::move(row));
        return;
    }
    const auto as_of = document::day_of_cell(day);
    if (!as_of) {
        sheet.conflicts.push_back(conflict_of(row.number, "as_of",
                                              {.kind = Failure::invalid,
                                               .key = "obligation.sheet.no_day",
                                               .arguments = {text::shorten(day, quoted_length)}}));
        return;
    }
    row.as_of = *as_of;
    sheet.rows.push_back(std::move(row));
}

/// Which column a fault of a step is about.
std::string_view column_of(const Error& error)
{
    return error.field.empty() ? std::string_view{"measure"} : std::string_view{error.field};
}

struct Meant {
    const Target* target{};
    const Measure* measure{};
};

Result<Meant> meant_by(const PlanTargets& targets, const std::string& code)
{
    const auto slash = code.find('/');
    const auto target = targets.find(std::string_view{code}.substr(0, slash));
    if (target && slash != std::string::npos) {
        const auto* measure = (*target)->find(std::string_view{code}.substr(slash + 1));
        if (measure != nullptr) return Meant{*target, measure};
    }
    return failure(Failure::invalid, "obligation.sheet.measure_unknown", "measure",
                   {text::shorten(code, quoted_length)});
}

/// A spreadsheet keeps 85 % as 0.85, and shows it so where no format says otherwise.
Result<void> check_percentage(const Measure& measure, const TypedAmounts& typed)
{
    const bool is_alone = typed.numerator.empty() && typed.denominator.empty();
    if (measure.kind() != MeasureKind::share || !is_alone) return {};
    const auto number = text::parse_decimal(typed.value);
    if (!number || *number <= 0 || *number > 1) return {};
    constexpr double hundredfold = 100.0 * hundredths;
    return failure(Failure::invalid, "obligation.sheet.percent_unclear", "value",
                   {text::shorten(typed.value, quoted_length),
                    number_text(std::llround(*number * hundredfold))});
}

/// The answer in the form's words.
Result<TypedAmounts> typed_of(const Measure& measure, TypedAmounts typed)
{
    TRY(check_percentage(measure, typed));
    if (!measure.is_condition || typed.answer.empty()) return typed;
    const auto answer = answer_from(typed.answer);
    if (!answer)
        return failure(Failure::invalid, "obligation.sheet.answer_unknown", "answer",
                       {text::shorten(typed.answer, quoted_length)});
    typed.answer = *answer ? "co" : "khong";
    return typed;
}

/// That the row's measure does not apply; of a target with but one all of it.
std::string excluded_measure(const Target& target, const Measure& measure)
{
    return target.measures.size() == 1 ? std::string{} : measure.key;
}

Result<SheetChange> exclusion_of(PlanTargets& targets, const SheetRow& row, SheetChange change)
{
    change.excluded = row.excluded;
    if (text::length(row.excluded) > limits::reason_length_max)
        return failure(Failure::invalid, "obligation.sheet.reason_long", "excluded",
                       {std::to_string(limits::reason_length_max)});
    const auto stands = [](const Exclusion* one) { return one != nullptr && one->stands(); };
    const auto measure = excluded_measure(*change.target, *change.measure);
    const auto* known = targets.exclusion_at(*change.target, measure, change.agency.id);
    const auto* of_all = targets.exclusion_at(*change.target, {}, change.agency.id);
    change.is_known = stands(known) && known->reason == row.excluded &&
                      (known->state == ExclusionState::granted || !targets.may_lead());
    const bool decides =
        targets.may_lead() && known != nullptr && known->state == ExclusionState::asked;
    if (!change.is_known && !decides && (stands(known) || stands(of_all)))
        return failure(Failure::invalid, "obligation.exclusion.stated_already", "excluded");
    return change;
}

Result<SheetChange> change_of(const Context& context, database::Transaction& transaction,
                              PlanTargets& targets, const SheetRow& row)
{
    SheetChange change{.row = row.number};
    const auto meant = TRY(meant_by(targets, row.measure));
    change.target = meant.target;
    change.measure = meant.measure;
    const auto agency = TRY(agency_typed(transaction, row.agency, targets.day(), "agency"));
    change.agency = TRY(organisation::agency_by_id(transaction, agency, targets.day()));
    const auto expected = TRY(targets.expected(*change.target));
    if (std::ranges::find(expected, agency) == expected.end())
        return failure(Failure::invalid, "obligation.measurement.agency", "agency");
    if (!targets.may_state(agency))
        return failure(Failure::invalid, "obligation.sheet.not_yours", "agency");
    if (!row.excluded.empty()) return exclusion_of(targets, row, std::move(change));
    const bool is_excluded = TRY(targets.is_excluded(*change.target, *change.measure, agency));
    if (is_excluded) return failure(Failure::invalid, "obligation.measurement.excluded", "agency");
    const auto typed = TRY(typed_of(*change.measure, row.typed));
    change.measurement.amounts = TRY(amounts_from(*change.measure, typed));
    change.measurement.as_of = row.as_of;
    change.measurement.source = row.source;
    if (row.as_of > context.today())
        return failure(Failure::invalid, "obligation.measurement.future", "as_of");
    if (row.source.empty() || text::length(row.source) > limits::source_length_max)
        return failure(Failure::invalid, "obligation.sheet.source", "source",
                       {std::to_string(limits::source_length_max)});
    const auto now = TRY(MeasurementStore{transaction}.now_of_target(targets.plan().id,
                                                                     change.target->item.lineage));
    change.is_known = std::ranges::any_of(now, [&](const Measurement& one) {
        return one.measure == change.measure->key && one.agency == agency &&
               one.as_of == change.measurement.as_of && one.amounts == change.measurement.amounts &&
               one.source == row.source;
    });
    return change;
}

}  // namespace

Result<MeasurementSheet> read_measurement_sheet(std::span<const document::RecordRow> records)
{
    const auto at = document::find_head(records, columns, asked, limits::sheet_head_rows);
    if (!at) return failure(Failure::invalid, "obligation.sheet.no_head", "file");
    const auto below = records.subspan(*at + 1);
    if (below.size() > limits::sheet_rows_max)
        return failure(Failure::too_large, "obligation.sheet.too_long", "file",
                       {std::to_string(limits::sheet_rows_max)});
    const document::TableHead head{records[*at], columns};
    MeasurementSheet sheet;
    for (const auto& record : below) read_row(sheet, head, record);
    if (sheet.rows.empty() && sheet.conflicts.empty())
        return failure(Failure::invalid, "obligation.sheet.empty", "file");
    sheet.unused_columns = head.unused(quoted_length);
    return sheet;
}

std::size_t SheetComparison::fresh() const
{
    return static_cast<std::size_t>(std::ranges::count(changes, false, &SheetChange::is_known));
}

Result<SheetComparison> compare_sheet(const Context& context, database::Transaction& transaction,
                                      PlanTargets& targets, const MeasurementSheet& sheet)
{
    SheetComparison comparison{.conflicts = sheet.conflicts,
                               .unused_columns = sheet.unused_columns};
    for (const auto& row : sheet.rows) {
        auto change = change_of(context, transaction, targets, row);
        if (change) {
            comparison.changes.push_back(std::move(*change));
            continue;
        }
        // What no row can be blamed for is a failure of the whole.
        const auto& error = change.error();
        if (error.kind != Failure::invalid) return tl::unexpected<Error>(error);
        comparison.conflicts.push_back(conflict_of(row.number, column_of(error), error));
    }
    std::ranges::stable_sort(comparison.conflicts, {}, &SheetConflict::row);
    return comparison;
}

Result<std::size_t> carry_out_sheet(Context& context, database::Transaction& transaction,
                                    PlanTargets& targets, const MeasurementSheet& sheet)
{
    const auto comparison = TRY(compare_sheet(context, transaction, targets, sheet));
    if (!comparison.conflicts.empty())
        return failure(Failure::conflict, "obligation.sheet.conflicts", "file");
    std::size_t stated = 0;
    for (const auto& change : comparison.changes) {
        if (!change.excluded.empty()) {
            const auto said =
                TRY(state_exclusion(context, transaction, targets, *change.target,
                                    {.agency = change.agency.id,
                                     .measure = excluded_measure(*change.target, *change.measure),
                                     .reason = change.excluded}));
            if (said == Stating::stated) ++stated;
            continue;
        }
        const MeasurementPlace place{.plan = targets.plan().id,
                                     .lineage = change.target->item.lineage,
                                     .measure = change.measure->key,
                                     .agency = change.agency.id};
        const auto done = TRY(state_measurement(context, transaction, targets, *change.target,
                                                place, change.measurement));
        if (done == Stating::stated) ++stated;
    }
    return stated;
}

Result<std::string> sheet_template(database::Transaction& transaction, PlanTargets& targets)
{
    std::vector<std::string> titles;
    std::vector<std::string> hints;
    for (const auto& column : columns) {
        titles.emplace_back(column.title);
        hints.emplace_back(column.hint);
    }
    hints.front().insert(0, std::string{document::explaining_mark, ' '});
    document::CsvWriter writer;
    writer.add_row(titles);
    writer.add_row(hints);
    std::vector<std::string> cells(columns.size());
    for (const auto& target : targets.targets()) {
        const auto agencies = TRY(targets.expected(target));
        for (const auto& measure : target.measures) {
            for (const auto id : agencies) {
                if (!targets.may_state(id)) continue;
                const bool is_excluded = TRY(targets.is_excluded(target, measure, id));
                if (is_excluded) continue;
                const auto agency = TRY(organisation::agency_by_id(transaction, id, targets.day()));
                cells[0] = target.code() + "/" + measure.key;
                cells[1] = target.item.path + ". " + target.item.title + " – " + measure.sentence();
                cells[2] = agency.code;
                writer.add_row(cells);
            }
        }
    }
    return writer.take();
}

}  // namespace caicach::obligation
