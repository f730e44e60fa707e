import { Input, SegmentedControl, Stack, useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import type { Language } from '../../../../shared/text/index.ts'
import { useLanguage, useText } from '../../app/text.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** What this workstation alone keeps: its language and its colours. */
export function WorkstationPanel() {
  const { archive, common } = useText()
  const { language, choose } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <Panel title={archive.settings.workstation}>
      <Stack gap="md">
        <Input.Wrapper label={archive.settings.language} labelElement="div">
          <div>
            <SegmentedControl
              aria-label={archive.settings.language} value={language} onChange={(value) => choose(value as Language)}
              data={(['zh-CN', 'en'] as const).map((value) => ({ value, label: common.languageName[value] }))}
            />
          </div>
        </Input.Wrapper>
        <Input.Wrapper label={archive.settings.colours} labelElement="div">
          <div>
            <SegmentedControl
              aria-label={archive.settings.colours} value={colorScheme} onChange={(value) => setColorScheme(value as MantineColorScheme)}
              data={(['auto', 'light', 'dark'] as const).map((value) => ({ value, label: common.colour[value] }))}
            />
          </div>
        </Input.Wrapper>
      </Stack>
    </Panel>
  )
}
