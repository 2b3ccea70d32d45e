#include "evidence/pack.hpp"

#include <fmt/core.h>

#include <fstream>
#include <utility>

#include "crypto/crypto.hpp"
#include "document/archive_writer.hpp"
#include "document/official_document.hpp"
#include "evidence/limits.hpp"
#include "json/value.hpp"
#include "manifest/context.hpp"
#include "text/number.hpp"

namespace caicach::evidence
{
namespace
{

constexpr std::string_view index_name = "muc-luc.docx";
constexpr std::string_view manifest_name = "manifest.json";

/// A fact with what the pack holds of its file.
struct Entry {
    const RecordedFact* fact{};
    std::string file_name{};  ///< within the pack; empty: none
    std::string sha256{};     ///< of the bytes in the pack
    std::string blocked{};    ///< name of a file that a scanner keeps from being handed out
    std::int64_t bytes{};
};

Result<std::string> bytes_of(const Context& context, const attachment::Attachment& file)
{
    const auto path = TRY(attachment::open_path(context, file.sha256));
    std::string bytes(static_cast<std::size_t>(file.bytes), '\0');
    std::ifstream stream{path, std::ios::binary};
    if (!stream.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
        return internal_failure("cannot read a kept file for a pack");
    return bytes;
}

/// Reads the files into the archive, one after the other, as long as all fit.
class Packing
{
public:
    Packing(const Context& context, database::Transaction& transaction)
        : m_context(context), m_transaction(transaction)
    {
    }

    [[nodiscard]] Result<void> add(const RecordedFact& fact)
    {
        auto& entry = m_entries.emplace_back(Entry{.fact = &fact});
        if (!fact.file) return {};
        const auto file = TRY(attachment::find(m_transaction, fact.file));
        if (file.scan == attachment::Scan::infected) {
            entry.blocked = file.name;
            return {};
        }
        m_bytes += file.bytes;
        if (m_bytes > limits::pack_bytes_max)
            return failure(Failure::too_large, "evidence.pack.too_large", "den",
                           {std::to_string(limits::pack_bytes_max >> 20U)});
        auto bytes = TRY(bytes_of(m_context, file));
        entry.file_name = fmt::format("tep/{:03} {}", m_entries.size(), file.name);
        entry.sha256 = crypto::sha256_hex(bytes);
        entry.bytes = file.bytes;
        m_archive.add(entry.file_name, std::move(bytes));
        return {};
    }

    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    [[nodiscard]] document::ArchiveWriter& archive() { return m_archive; }

private:
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
    if (!entry.file_name.empty()) add(entry.file_name);
    if (!entry.blocked.empty()) add(entry.blocked + " (bị chặn vì có mã độc)");
    return words;
}

document::OfficialTable table_of(const std::vector<Entry>& entries)
{
    using document::OfficialAlignment;
    document::OfficialTable table;
    table.columns = {{.title = "TT", .share = 1, .alignment = OfficialAlignment::centre},
                     {.title = "Kết quả", .share = 6},
                     {.title = "Ngày", .share = 3, .alignment = OfficialAlignment::centre},
                     {.title = "Số lượng", .share = 3, .alignment = OfficialAlignment::centre},
                     {.title = "Minh chứng", .share = 6},
                     {.title = "Mã", .share = 3, .alignment = OfficialAlignment::centre}};
    table.rows.reserve(entries.size());
    for (const auto& entry : entries) {
        const auto& fact = *entry.fact;
        table.rows.push_back({.cells = {std::to_string(table.rows.size() + 1), fact.title,
                                        fact.happened_on.vietnamese(),
                                        text::format_integer(fact.quantity) + " " + fact.unit,
                                        proof_in_words(entry), fact.code}});
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
    index.body.emplace_back(table_of(entries));
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
            .set("title", fact.title)
            .set("happened_on", fact.happened_on.iso())
            .set("quantity", fact.quantity)
            .set("unit", fact.unit)
            .set("product", fact.product)
            .set("link", fact.link);
        if (!entry.file_name.empty())
            line.set("file", entry.file_name).set("bytes", entry.bytes).set("sha256", entry.sha256);
        if (!entry.blocked.empty()) line.set("blocked_file", entry.blocked);
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

Result<std::string> pack(Context& context, database::Transaction& transaction,
                         const PackContent& content)
{
    if (content.facts.size() > limits::pack_facts_max)
        return failure(Failure::too_large, "evidence.pack.too_many", "den",
                       {std::to_string(limits::pack_facts_max)});
    Packing packing{context, transaction};
    for (const auto& fact : content.facts) TRY(packing.add(fact));
    auto index = TRY(index_of(context, transaction, content, packing.entries()));
    const auto manifest = manifest_of(context, content, packing.entries(), index);
    packing.archive().add(std::string{index_name}, std::move(index));
    packing.archive().add(std::string{manifest_name}, json::dump(manifest, true));
    return packing.archive().finish();
}

}  // namespace caicach::evidence
