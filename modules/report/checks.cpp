#include "report/checks.hpp"

#include <algorithm>
#include <utility>

#include "crypto/crypto.hpp"
#include "database/turn.hpp"
#include "json/value.hpp"
#include "report/flow/sent_content.hpp"
#include "report/flow/submission.hpp"
#include "report/flow/table_values.hpp"
#include "report/flow/value_writing.hpp"
#include "report/form/form_cache.hpp"
#include "report/limits.hpp"
#include "report/report_store.hpp"
#include "report/sql.hpp"

namespace caicach::report
{
namespace
{

constexpr std::string_view how_to_restore = " Hãy khôi phục cơ sở dữ liệu từ bản sao lưu.";
constexpr std::string_view how_to_mend =
    " Hãy chạy “caicach check figures --repair” để lấy lại từ lần gửi.";

/// One submission after the other, each with the one before it.
class Chain
{
public:
    [[nodiscard]] const std::vector<std::string>& sentences() const { return m_sentences; }

    void look_at(const database::Row& row)
    {
        const auto report = row.id<ReportId>("report_id");
        if (report != m_report) m_before = {};
        m_report = report;
        const auto code = row.string("code");
        const auto sha256 = row.string("sha256");
        const auto wrong = fault_of(row.text("content"), code, sha256);
        if (!wrong.empty() && m_sentences.size() < limits::problems_shown)
            m_sentences.push_back("Biên nhận " + code + ": " + std::string{wrong} +
                                  std::string{how_to_restore});
        m_before = {code, sha256};
    }

private:
    struct Before {
        std::string code{};
        std::string sha256{};
    };

    [[nodiscard]] std::string_view fault_of(std::string_view content, const std::string& code,
                                            const std::string& sha256) const
    {
        if (crypto::sha256_hex(content) != sha256) return "nội dung không còn khớp với SHA-256.";
        const auto value = json::parse(content);
        if (!value || (*value)["receipt"].as_string() != code)
            return "nội dung không phải của biên nhận này.";
        const auto& previous = (*value)["previous"];
        const bool follows = previous["receipt"].as_string() == m_before.code &&
                             previous["sha256"].as_string() == m_before.sha256;
        return follows ? "" : "không nối với lần gửi ngay trước.";
    }

    ReportId m_report{};
    Before m_before{};
    std::vector<std::string> m_sentences{};
};

/// A report of which numbers stand, or ought to.
struct Standing {
    ReportId report{};
    SubmissionId submission{};  ///< none: nothing of it stands
};

Result<std::vector<Standing>> standing_reports(database::Transaction& transaction)
{
    const auto one = [](const database::Row& row) {
        return Standing{row.id<ReportId>("id"), row.id<SubmissionId>("submission_id")};
    };
    return transaction.all(sql::standing_reports, one);
}

/// As they are kept: numbers of indicators, and of tables.
struct Numbers {
    std::vector<SentValue> values{};
    std::vector<SentTableValue> of_tables{};

    friend bool operator==(const Numbers&, const Numbers&) = default;
};

Result<Numbers> numbers_in(database::Transaction& transaction, const Standing& one)
{
    const auto text = TRY(SubmissionStore{transaction}.content(one.submission));
    auto content = TRY(sent_content_from(text));
    const auto report = TRY(ReportStore{transaction}.find(one.report));
    const auto definition = TRY(form_content(transaction, report.version_of_form));
    Numbers numbers;
    numbers.of_tables = table_values_in(*definition, content.tables);
    auto& values = numbers.values;
    values.reserve(content.numbers.size());
    for (auto& number : content.numbers)
        values.push_back({std::move(number.key), number.sent, number.computed});
    std::ranges::sort(values, {}, &SentValue::indicator);
    return numbers;
}

/// Whether what stands is what was sent.
Result<bool> is_right(database::Transaction& transaction, const Standing& one)
{
    Numbers kept;
    kept.values = TRY(values_of(transaction, one.report));
    std::ranges::sort(kept.values, {}, &SentValue::indicator);
    kept.of_tables = TRY(table_values_of(transaction, one.report));
    std::ranges::sort(kept.of_tables);
    auto sent = TRY(numbers_in(transaction, one));
    std::ranges::sort(sent.of_tables);
    return kept == sent;
}

/// Numbers of what does not stand, or of another submission than the one that does.
Result<std::vector<ReportId>> stray_reports(database::Transaction& transaction)
{
    const auto id = [](const database::Row& row) { return row.id<ReportId>("report_id"); };
    return transaction.all(sql::stray_values, id);
}

}  // namespace

Result<std::vector<std::string>> check_snapshots(Context& context)
{
    auto transaction = TRY(context.read());
    Chain chain;
    TRY(transaction.each(sql::all_submissions,
                         [&](const database::Row& row) { chain.look_at(row); }));
    return chain.sentences();
}

Result<std::vector<std::string>> check_values(Context& context)
{
    auto transaction = TRY(context.read());
    std::vector<std::string> sentences;
    const auto add = [&](ReportId report, std::string_view wrong) -> Result<void> {
        if (sentences.size() >= limits::problems_shown) return {};
        const auto code = TRY(ReportStore{transaction}.find(report)).code;
        sentences.push_back("Báo cáo " + code + ": " + std::string{wrong} +
                            std::string{how_to_mend});
        return {};
    };
    const auto standing = TRY(standing_reports(transaction));
    for (const auto& one : standing) {
        const bool is_kept = TRY(is_right(transaction, one));
        if (!is_kept) TRY(add(one.report, "số liệu đang có hiệu lực khác với lần gửi."));
    }
    const auto stray = TRY(stray_reports(transaction));
    for (const auto report : stray) TRY(add(report, "còn số liệu của lần gửi không còn hiệu lực."));
    return sentences;
}

Result<void> take_values_anew(Context& context, database::Transaction& transaction)
{
    TRY(database::take_turn(transaction, database::Turn::alone));
    const auto stray = TRY(stray_reports(transaction));
    for (const auto report : stray) TRY(remove_values(transaction, report));
    const auto standing = TRY(standing_reports(transaction));
    ReportStore reports{transaction};
    for (const auto& one : standing) {
        const bool is_kept = TRY(is_right(transaction, one));
        if (is_kept) continue;
        const auto report = TRY(reports.find(one.report));
        const auto sent = TRY(numbers_in(transaction, one));
        TRY(put_values(transaction, report, sent.values));
        TRY(put_table_values(transaction, report, sent.of_tables));
    }
    return context.record(transaction, "report.values.renewed", "report.values", 0);
}

}  // namespace caicach::report
