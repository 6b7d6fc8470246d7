-- How the cockpit looks for a company's members.
CREATE TABLE "profile"."company_theme" (
    "company_id" UUID NOT NULL,
    "primary_colour" TEXT NOT NULL,
    "secondary_colour" TEXT NOT NULL,
    "preset" TEXT,
    "font" TEXT NOT NULL,
    "logo" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changed_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "company_theme_pkey" PRIMARY KEY ("company_id")
);

ALTER TABLE "profile"."company_theme" ADD CONSTRAINT "company_theme_company_id_fkey" FOREIGN KEY ("company_id") REFERENCES "profile"."company"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE profile.company_theme ADD CONSTRAINT company_theme_preset
  CHECK (preset IN ('FJORD', 'FOREST', 'EMBER', 'PLUM', 'GRAPHITE'));
ALTER TABLE profile.company_theme ADD CONSTRAINT company_theme_font
  CHECK (font IN ('INTER', 'MANROPE', 'SOURCE_SANS', 'LITERATA'));

ALTER TABLE profile.company_theme ENABLE ROW LEVEL SECURITY;
ALTER TABLE profile.company_theme FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON profile.company_theme TO teei_profile
  USING (company_id = nullif(current_setting('app.company_id', true), '')::uuid);
