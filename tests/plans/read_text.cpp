// Reads a plan from a text file and prints it: for the scores of tests/plans/run.py.
#include <cstdio>
#include <string>

#include "plan/importer/importer.hpp"

using namespace caicach;

namespace
{

std::string whole_file(const char* path)
{
    std::string text;
    std::FILE* file = std::fopen(path, "rb");
    if (file == nullptr) return text;
    char block[65536];
    for (auto size = sizeof block; size == sizeof block;) {  // a short piece is the last
        size = std::fread(block, 1, sizeof block, file);
        text.append(block, size);
    }
    std::fclose(file);
    return text;
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc != 2 && !(argc == 4 && std::string{argv[2]} == "--stage")) {
        std::fputs(
            "usage: plan_read_text FILE [--stage text|clean|outline|classified|fields|document]\n",
            stderr);
        return 64;
    }
    const auto source = document::from_plain_text(whole_file(argv[1]));
    if (argc == 4) {
        const auto out = plan::stage_text(source, argv[3]);
        if (!out) {
            std::fprintf(stderr, "%s\n", out.error().key.c_str());
            return 65;
        }
        std::fwrite(out->data(), 1, out->size(), stdout);
        return 0;
    }
    const auto plan = plan::import_plan(source);
    if (!plan) {
        std::fprintf(stderr, "%s\n", plan.error().key.c_str());
        return 65;
    }
    const auto out = json::dump(plan::to_schema_json(*plan), true);
    std::fwrite(out.data(), 1, out.size(), stdout);
    std::fputc('\n', stdout);
    return 0;
}
