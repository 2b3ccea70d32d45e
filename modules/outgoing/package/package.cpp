#include "outgoing/package/package.hpp"

#include <utility>

#include "base/file.hpp"
#include "crypto/crypto.hpp"
#include "document/archive_writer.hpp"
#include "document/official_pdf.hpp"
#include "json/canonical.hpp"
#include "outgoing/document/document_content.hpp"
#include "outgoing/document/kept_paper.hpp"
#include "outgoing/limits.hpp"
#include "outgoing/signing/preparing.hpp"

namespace caicach::outgoing
{
namespace
{

json::Value said_of(const PackageContent& content)
{
    const auto& document = content.document;
    json::Value said;
    said.set("code", document.code)
        .set("agency", content.agency_code)
        .set("kind", document.kind)
        .set("number", document.number.value_or(0))
        .set("symbol", document.symbol)
        .set("subject", document.subject)
        .set("content", to_json(content.printed));
    if (document.issued_on) said.set("issued_on", document.issued_on->iso());
    return said;
}

Result<std::string> print_of(const PackageContent& content)
{
    if (!content.pdf_path.empty()) return read_file(content.pdf_path);
    return document::write_pdf(content.printed);
}

Result<std::string> word_of(const PackageContent& content)
{
    if (!content.docx_path.empty()) return read_file(content.docx_path);
    return document::write_docx(content.printed);
}

/// The archive with the list of what is in it.
class Packing
{
public:
    void add(std::string name, std::string bytes)
    {
        m_files.push(json::Value::object()
                         .set("file", name)
                         .set("bytes", static_cast<std::int64_t>(bytes.size()))
                         .set("sha256", crypto::sha256_hex(bytes)));
        m_archive.add(std::move(name), std::move(bytes));
    }
    [[nodiscard]] Result<std::string> finish(const PackageContent& content)
    {
        auto manifest = json::Value::object();
        manifest.set("format", "caicach-document-package-1")
            .set("document", content.document.code)
            .set("files", std::move(m_files));
        if (content.volumes > 1)
            manifest.set("volume", content.volume).set("volumes", content.volumes);
        m_archive.add("manifest.json", json::dump(manifest, true));
        return m_archive.finish();
    }

private:
    json::Value m_files{json::Value::array()};
    document::ArchiveWriter m_archive{};
};

Result<void> add_paper(const PackageContent& content, Packing& packing)
{
    auto print = TRY(print_of(content));
    packing.add("van-ban.pdf", std::move(print));
    auto word = TRY(word_of(content));
    packing.add("van-ban.docx", std::move(word));
    auto said = TRY(json::canonical(said_of(content)));
    packing.add("van-ban.json", std::move(said));
    return {};
}

}  // namespace

Result<PackageContent> package_content_of(Context& context, database::Transaction& transaction,
                                          const Document& document, int volume)
{
    if (!document.number) return failure(Failure::conflict, "outgoing.document.not_numbered");
    const auto further = TRY(further_volumes(context, transaction, document));
    PackageContent content{
        .document = document, .volume = volume, .volumes = static_cast<int>(further.size()) + 1};
    if (volume < 1 || volume > content.volumes)
        return failure(Failure::not_found, "outgoing.package.no_volume");
    auto ground = TRY(signing_ground(context, transaction, document));
    content.printed = std::move(ground.paper);
    content.pdf_path = std::move(ground.signed_path);
    const auto kept = TRY(kept_paper_of(context, transaction, document.id));
    if (kept && content.pdf_path.empty()) content.pdf_path = kept->pdf_path;
    if (kept) content.docx_path = kept->docx_path;
    const auto agency = TRY(organisation::agency_by_id(
        transaction, document.agency, document.issued_on.value_or(context.today())));
    content.agency_code = agency.code;
    TRY(context.publish(transaction, PackagePartsAsked{document, &content.parts, volume}));
    std::size_t bytes = 0;
    for (const auto& part : content.parts) bytes += part.bytes.size();
    if (bytes > limits::package_bytes_max)
        return failure(Failure::too_large, "outgoing.package.too_large", {},
                       {std::to_string(limits::package_bytes_max >> 20U)});
    return content;
}

Result<std::vector<std::vector<std::string>>> further_volumes(Context& context,
                                                              database::Transaction& transaction,
                                                              const Document& document)
{
    std::vector<std::vector<std::string>> volumes;
    TRY(context.publish(transaction, PackageVolumesAsked{document, &volumes}));
    return volumes;
}

Result<Package> package_of(const PackageContent& content)
{
    Packing packing;
    Package package{.name = content.document.code};
    if (content.volume == 1) {
        TRY(add_paper(content, packing));
    } else {
        package.name += "-" + std::to_string(content.volume);
    }
    for (const auto& part : content.parts) packing.add(part.name, part.bytes);
    package.bytes = TRY(packing.finish(content));
    package.sha256 = crypto::sha256_hex(package.bytes);
    return package;
}

}  // namespace caicach::outgoing
