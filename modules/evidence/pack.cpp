#include "evidence/pack.hpp"

#include <fmt/core.h>

#include <filesystem>
#include <utility>

#include "crypto/crypto.hpp"
#include "document/archive_writer.hpp"
#include "document/official_document.hpp"
#include "evidence/capture.hpp"
#include "evidence/limits.hpp"
#include "evidence/subject.hpp"
#include "http/temporary_answer.hpp"
#include "json/value.hpp"
#include "manifest/context.hpp"
#include "text/number.hpp"

namespace caicach::evidence
{
namespace
{

constexpr std::string_view index_name = "muc-luc.docx";
constexpr std::string_view manifest_name = "manifest.json";

/// A file as the pack holds it.
struct PackedFile {
    std::string name{};     ///< within the pack; empty: none
    std::string sha256{};   ///< of the bytes in the pack
    std::string blocked{};  ///< name of a file that a scanner keeps from being handed out
    std::int64_t bytes{};
};

/// A fact with what the pack holds of its proof.
struct Entry {
    const RecordedFact* fact{};
    std::string agency{};  ///< as it was named then
    std::string about{};   ///< whom it is about, in words
    PackedFile file{};
    PackedFile page{};  ///< of ours, as it was kept
    std::optional<Instant> page_taken_at{};
};

/// Names the files of the archive, as long as all fit.
class Packing
{
public:
    Packing(const Context& context, database::Transaction& transaction)
        : m_context(context), m_transaction(transaction)
    {
    }

    [[nodiscard]] Result<void> add(const RecordedFact& fact)
    {
        const auto agency =
            TRY(organisation::agency_by_id(m_transaction, fact.agency, fact.happened_on));
        auto& entry = m_entries.emplace_back(Entry{.fact = &fact, .agency = agency.name});
        entry.about = TRY(subjects_in_words(m_transaction, fact));
        if (fact.file) entry.file = TRY(packed(fact.file));
        const auto capture = TRY(capture_of(m_transaction, fact.id));
        if (!capture) return {};
        entry.page_taken_at = capture->taken_at;
        entry.page = TRY(packed(capture->file));
        return {};
    }

    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    [[nodiscard]] document::ArchiveWriter& archive() { return m_archive; }

private:
    [[nodiscard]] Result<PackedFile> packed(attachment::AttachmentId id)
    {
        const auto file = TRY(attachment::find(m_transaction, id));
        if (file.scan == attachment::Scan::infected) return PackedFile{.blocked = file.name};
        m_bytes += file.bytes;
        if (m_bytes > limits::pack_bytes_max)
            return failure(Failure::too_large, "evidence.pack.too_large", "den",
                           {std::to_string(limits::pack_bytes_max >> 20U)});
        auto path = TRY(attachment::open_path(m_context, file.sha256));
        PackedFile kept{.name = fmt::format("tep/{:03} {}", m_entries.size(), file.name),
                        .sha256 = file.sha256,
                        .bytes = file.bytes};
        m_archive.add_file(kept.name, std::move(path));
        return kept;
    }

    const Context& m_context;
    database::Transaction& m_transaction;
    document::ArchiveWriter m_archive{};
    std::vector<Entry> m_entries{};
    std::int64_t m_bytes{};
};

std::string proof_in_words(const Entry& entry)
{
    auto words = entry.fact->link;
    const auto add = [&](const std::string& line) {
        if (!words.empty()) words += '\n';
        words += line;
    };
    for (const auto* file : {&entry.file, &entry.page}) {
        if (!file->name.empty()) add(file->name);
        if (!file->blocked.empty()) add(file->blocked + " (bị chặn vì có mã độc)");
    }
    return words;
}

document::OfficialTable table_of(const std::vector<Entry>& entries, bool names_agencies)
{
    using document::OfficialAlignment;
    document::OfficialTable table;
    table.columns = {{.title = "TT", .share = 1, .alignment = OfficialAlignment::centre},
                     {.title = "Kết quả", .share = 6},
                     {.title = "Ngày", .share = 3, .alignment = OfficialAlignment::centre},
                     {.title = "Số lượng", .share = 3, .alignment = OfficialAlignment::centre},
                     {.title = "Minh chứng", .share = 6},
                     {.title = "Mã", .share = 3, .alignment = OfficialAlignment::centre}};
    if (names_agencies)
        table.columns.insert(table.columns.begin() + 1, {.title = "Cơ quan", .share = 4});
    table.rows.reserve(entries.size());
    for (const auto& entry : entries) {
        const auto& fact = *entry.fact;
        document::OfficialRow row{.cells = {std::to_string(table.rows.size() + 1)}};
        if (names_agencies) row.cells.push_back(entry.agency);
        const auto title = entry.about.empty()
                               ? fact.title
                               : fact.title + "\nCơ quan được kiểm tra: " + entry.about;
        for (auto cell : {title, fact.happened_on.vietnamese(),
                          text::format_integer(fact.quantity) + " " + fact.unit,
                          proof_in_words(entry), fact.code})
            row.cells.push_back(std::move(cell));
        table.rows.push_back(std::move(row));
    }
    return table;
}

Result<std::string> index_of(Context& context, database::Transaction& transaction,
                             const PackContent& content, const std::vector<Entry>& entries)
{
    const auto head =
        TRY(organisation::letterhead_of(context, transaction, content.agency, context.today()));
    document::OfficialDocument index{.parent = head.parent,
                                     .issuer = head.issuer,
                                     .number = "/DM-" + head.mark,
                                     .place = head.place,
                                     .kind = "Danh mục",
                                     .subject = "minh chứng " + content.subject};
    index.body.emplace_back(document::official_paragraph(
        "Tệp manifest.json ghi mã băm SHA-256 của từng tệp kèm theo, để ai nhận cũng kiểm được tệp "
        "còn nguyên."));
    index.body.emplace_back(table_of(entries, content.names_agencies));
    return document::write_docx(index);
}

json::Value manifest_of(const Context& context, const PackContent& content,
                        const std::vector<Entry>& entries, std::string_view index)
{
    auto facts = json::Value::array();
    for (const auto& entry : entries) {
        const auto& fact = *entry.fact;
        json::Value line;
        line.set("code", fact.code)
            .set("agency", entry.agency)
            .set("title", fact.title)
            .set("happened_on", fact.happened_on.iso())
            .set("quantity", fact.quantity)
            .set("unit", fact.unit)
            .set("product", fact.product)
            .set("link", fact.link);
        if (!entry.about.empty()) line.set("about", entry.about);
        if (!entry.file.name.empty())
            line.set("file", entry.file.name)
                .set("bytes", entry.file.bytes)
                .set("sha256", entry.file.sha256);
        if (!entry.file.blocked.empty()) line.set("blocked_file", entry.file.blocked);
        if (entry.page_taken_at)
            line.set("capture", json::Value::object()
                                    .set("file", entry.page.name)
                                    .set("bytes", entry.page.bytes)
                                    .set("sha256", entry.page.sha256)
                                    .set("taken_at", to_iso(*entry.page_taken_at)));
        facts.push(std::move(line));
    }
    json::Value manifest;
    manifest.set("format", "caicach-evidence-pack-1")
        .set("subject", content.subject)
        .set("made_at", to_iso(context.now()))
        .set("index",
             json::Value::object().set("file", index_name).set("sha256", crypto::sha256_hex(index)))
        .set("facts", std::move(facts));
    return manifest;
}

}  // namespace

Result<http::Response> pack(Context& context, database::Transaction& transaction,
                            const PackContent& content)
{
    if (content.facts.size() > pack_facts_max)
        return failure(Failure::too_large, "evidence.pack.too_many", "den",
                       {std::to_string(pack_facts_max)});
    Packing packing{context, transaction};
    for (const auto& fact : content.facts) TRY(packing.add(fact));
    auto index = TRY(index_of(context, transaction, content, packing.entries()));
    const auto manifest = manifest_of(context, content, packing.entries(), index);
    packing.archive().add(std::string{index_name}, std::move(index));
    packing.archive().add(std::string{manifest_name}, json::dump(manifest, true));
    const auto folder = context.services().data_folder + "/tmp";
    std::error_code ignored;  // where it cannot be made, the file cannot either, and says so
    std::filesystem::create_directories(folder, ignored);
    auto file = TRY(http::TemporaryFile::create(folder));
    file.close();
    TRY(packing.archive().finish_to(file.path()));
    auto response = http::temporary_answer(std::move(file), "application/zip");
    return response.set_download_name(content.name + ".zip");
}

}  // namespace caicach::evidence
