#include "app/commands/backup_manifest.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "app/reference.hpp"
#include "identity/api.hpp"
#include "json/value.hpp"
#include "outgoing/module.hpp"

namespace caicach::app
{
namespace
{

constexpr std::string_view format = "caicach-backup-1";
constexpr std::size_t manifest_bytes_max = 512ULL * 1024 * 1024;  // some four million files

bool is_hash(std::string_view text)
{
    return text.size() == 64 && std::ranges::all_of(text, [](char digit) {
               return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f');
           });
}

/// "files/ab/cdef…", whose name is its hash.
bool is_content(const BackupFile& file)
{
    return file.path == "files/" + file.sha256.substr(0, 2) + "/" + file.sha256.substr(2);
}

bool is_reference(std::string_view path)
{
    if (!path.starts_with(reference_place)) return false;
    const auto name = path.substr(reference_place.size());
    const auto files = reference_files();
    return std::ranges::find(files, name, &text::ReferenceFile::name) != files.end();
}

bool may_stand_in_a_backup(const BackupFile& file, std::string_view database)
{
    return file.bytes >= 0 && is_hash(file.sha256) &&
           (is_content(file) || is_reference(file.path) || file.path == database ||
            file.path == own_settings_name || file.path == other_settings_name ||
            file.path == identity::key_file_name || file.path == outgoing::authorities_file_name);
}

tl::unexpected<Error> wrong() { return failure(Failure::invalid, "app.backup.manifest_wrong"); }

Result<std::vector<BackupFile>> read_files(const json::Value& all, std::string_view database)
{
    std::vector<BackupFile> files;
    std::set<std::string_view> paths;
    for (const auto& entry : all.elements()) {
        BackupFile file{.path = std::string{entry["path"].as_string()},
                        .bytes = entry["bytes"].as_integer(-1),
                        .sha256 = std::string{entry["sha256"].as_string()}};
        if (!may_stand_in_a_backup(file, database)) return wrong();
        if (!paths.insert(entry["path"].as_string()).second) return wrong();
        files.push_back(std::move(file));
    }
    if (!paths.contains(database)) return wrong();
    return files;
}

}  // namespace

std::int64_t Manifest::bytes() const
{
    std::int64_t sum = 0;
    for (const auto& file : files) sum += file.bytes;
    return sum;
}

std::string to_json(const Manifest& manifest)
{
    auto schema = json::Value::array();
    for (const auto& migration : manifest.schema) schema.push(migration);
    auto files = json::Value::array();
    for (const auto& file : manifest.files) {
        files.push(json::Value::object()
                       .set("path", file.path)
                       .set("bytes", file.bytes)
                       .set("sha256", file.sha256));
    }
    return json::dump(json::Value::object()
                          .set("format", format)
                          .set("made_at", manifest.made_at)
                          .set("program", manifest.program)
                          .set("database", manifest.database)
                          .set("schema", std::move(schema))
                          .set("audit", json::Value::object()
                                            .set("rows", manifest.audit_rows)
                                            .set("first_bad", manifest.audit_first_bad))
                          .set("files", std::move(files)),
                      true) +
           "\n";
}

Result<Manifest> parse_manifest(std::string_view text)
{
    const auto parsed = json::parse(text, {.bytes = manifest_bytes_max});
    if (!parsed || (*parsed)["format"].as_string() != format) return wrong();
    const auto& value = *parsed;
    Manifest manifest{.made_at = std::string{value["made_at"].as_string()},
                      .program = std::string{value["program"].as_string()},
                      .database = std::string{value["database"].as_string()},
                      .audit_rows = value["audit"]["rows"].as_integer(),
                      .audit_first_bad = value["audit"]["first_bad"].as_integer()};
    if (manifest.database != sqlite_copy_name && manifest.database != postgres_copy_name)
        return wrong();
    for (const auto& migration : value["schema"].elements())
        manifest.schema.emplace_back(migration.as_string());
    manifest.files = TRY(read_files(value["files"], manifest.database));
    return manifest;
}

}  // namespace caicach::app
